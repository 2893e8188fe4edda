import { CODE_WORDS, languageOf } from '.';

describe('the language of the pages about codes', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['vi', 'vi'],
    ['vi-VN,vi;q=0.9,en-US;q=0.8', 'vi'],
    ['en-US,en;q=0.9,vi;q=0.8', 'en'],
    ['fr-FR,vi;q=0.5', 'vi'],
    ['de', 'en'],
  ])('for %p is %s', (asked, language) => {
    expect(languageOf(asked)).toBe(language);
  });

  it('has every sentence of its own', () => {
    const texts = (words: object) =>
      Object.values(words).flatMap((word: unknown): string[] =>
        typeof word === 'object' && word !== null
          ? texts(word)
          : [typeof word === 'function' ? (word as (text: string) => string)('X') : String(word)],
      );
    const english = texts(CODE_WORDS.en);
    const same = texts(CODE_WORDS.vi).filter((text) => english.includes(text));
    expect(same).toEqual(['Email']);
  });
});
