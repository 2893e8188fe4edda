/** @jest-environment jsdom */
import { readVisitor } from '../visitor/use-visitor';
import { toggleWish } from './toggle-wish';

it('keeps what was wished in a cookie, and nothing once the list is empty', () => {
  const noticed = jest.fn();
  addEventListener('sbw:visitor', noticed);
  expect(toggleWish('LT-1301')).toBe(true);
  expect(toggleWish('MN-2401')).toBe(true);
  expect(readVisitor().wishes).toEqual(['MN-2401', 'LT-1301']);
  expect(toggleWish('LT-1301')).toBe(false);
  expect(toggleWish('MN-2401')).toBe(false);
  expect(document.cookie).toBe('');
  expect(noticed).toHaveBeenCalledTimes(4);
});
