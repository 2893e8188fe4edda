import { averageInWords, languageOf } from './review-words';
import { takeReview } from './review-limit';

it('a text in Vietnamese is read in Vietnamese', () => {
  expect(languageOf('Bàn phím rất êm', 'en')).toBe('vi');
  expect(languageOf('Bàn phím rất êm'.normalize('NFD'), 'en')).toBe('vi');
  expect(languageOf('A café for keys', 'en')).toBeUndefined();
});

it('on a page in Vietnamese it is the other texts that are marked', () => {
  expect(languageOf('Bàn phím rất êm', 'vi')).toBeUndefined();
  expect(languageOf('A café for keys', 'vi')).toBe('en');
});

it('an average has at most one decimal', () => {
  const averages = [5, 4.25, 64 / 13];
  expect(averages.map((average) => averageInWords(average, 'en'))).toEqual(['5', '4.3', '4.9']);
  expect(averages.map((average) => averageInWords(average, 'vi'))).toEqual(['5', '4,3', '4,9']);
});

it('a customer writes twenty reviews in an hour, and others still theirs', async () => {
  const taken = await Promise.all(Array.from({ length: 30 }, () => takeReview('sub-lan')));
  expect(taken.filter(Boolean)).toHaveLength(20);
  expect(await takeReview('sub-mai')).toBe(true);
});
