import { averageInWords, languageOf } from './review-words';
import { takeReview } from './review-limit';

it('a text in Vietnamese is read in Vietnamese', () => {
  expect(languageOf('Bàn phím rất êm')).toBe('vi');
  expect(languageOf('Bàn phím rất êm'.normalize('NFD'))).toBe('vi');
  expect(languageOf('A café for keys')).toBeUndefined();
});

it('an average has at most one decimal', () => {
  expect([5, 4.25, 64 / 13].map(averageInWords)).toEqual(['5', '4.3', '4.9']);
});

it('a customer writes twenty reviews in an hour, and others still theirs', async () => {
  const taken = await Promise.all(Array.from({ length: 30 }, () => takeReview('sub-lan')));
  expect(taken.filter(Boolean)).toHaveLength(20);
  expect(await takeReview('sub-mai')).toBe(true);
});
