import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LANGUAGES } from './languages';
import { labelIn } from './catalogue-labels';
import { UNAVAILABLE } from './unavailable';
import { sentencesOf } from './testing/sentences-of';

/** Entries that are the same word in both languages. */
const ALIKE = ['account.email', 'account.own.email', 'checkout.contact.email', 'codes.email'];

const gapsIn = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
const english = new Map(sentencesOf('en'));
const vietnamese = new Map(sentencesOf('vi'));
/** Vietnamese has one form where English has two. */
const placesInVietnamese = [...english.keys()].filter((place) => !place.endsWith('.one'));

describe('the words in Vietnamese', () => {
  it('are those in English, without the forms for one', () => {
    expect([...vietnamese.keys()].sort()).toEqual(placesInVietnamese.sort());
  });

  it('have the gaps of those in English', () => {
    const gapsOf = (words: Map<string, string>) =>
      Object.fromEntries(placesInVietnamese.map((place) => [place, gapsIn(words.get(place) ?? '')]));
    expect(gapsOf(vietnamese)).toEqual(gapsOf(english));
  });

  it('are not those in English by accident', () => {
    const alike = placesInVietnamese.filter((place) => vietnamese.get(place) === english.get(place));
    expect(alike).toEqual(ALIKE);
  });

  it('are written in composed letters, without spaces at their ends', () => {
    for (const sentence of [...english.values(), ...vietnamese.values()])
      expect(sentence).toBe(sentence.normalize('NFC').trim());
  });

  it('are there for every label of the catalogue', () => {
    const folder = resolve(import.meta.dirname, '../../../../libs/shop-models/src/catalogue/products');
    const texts = readdirSync(folder).map((name) => readFileSync(resolve(folder, name), 'utf8'));
    const pairs = texts.flatMap((text) => [...text.matchAll(/\[\s*"([^"]+)",\s*"[^"]*"\s*\]/g)]);
    const labels = [...new Set(pairs.map(([, label]) => label ?? ''))];
    expect(labels.length).toBeGreaterThan(40);
    expect(labels.filter((label) => labelIn('vi', label) === label)).toEqual([]);
    expect(labelIn('en', 'Memory')).toBe('Memory');
    expect(labelIn('vi', 'A new label')).toBe('A new label');
  });

  it('are there when nothing else is', () => {
    const [one, other] = LANGUAGES.map((language) => Object.values(UNAVAILABLE[language]));
    expect(one?.filter((sentence) => other?.includes(sentence))).toEqual([]);
  });
});
