import { pictureName, pictureNamed } from '@clickstream/product-pictures';
import type { Picture } from '../shop/gateway';
import { furtherViews } from './views';

const laptop = (pose: 'front' | 'left' | 'right' | 'tent'): Picture => ({
  drawing: 'laptop',
  pose,
  screenInches: 14,
  finish: 'black',
  wallpaper: 'aurora',
});

it.each(['front', 'left', 'right', 'tent'] as const)('a laptop drawn %s has two more drawings', (pose) => {
  const views = furtherViews(laptop(pose)).map(({ picture }) => picture);
  const names = [laptop(pose), ...views].map(pictureName);
  expect(new Set(names).size).toBe(3);
  for (const view of views) expect(pictureNamed(pictureName(view))).toEqual(view);
});

it('other things are drawn from one side', () => {
  expect(furtherViews({ drawing: 'mouse', shape: 'low', finish: 'sage' })).toEqual([]);
});
