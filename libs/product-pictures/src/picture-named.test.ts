import fc from 'fast-check';
import type { Picture } from './picture';
import { pictureName } from './picture-name';
import { pictureNamed } from './picture-named';

const LAPTOP: Picture = {
  drawing: 'laptop',
  pose: 'left',
  screenInches: 13.3,
  finish: 'sand',
  wallpaper: 'dune',
};

describe('the name of a picture', () => {
  it.each<[string, Picture]>([
    ['drawing=laptop&finish=sand&pose=left&screenInches=13.3&wallpaper=dune.svg', LAPTOP],
    ['drawing=mouse&finish=sage&shape=low.svg', { drawing: 'mouse', shape: 'low', finish: 'sage' }],
    [
      'curved=true&drawing=monitor&finish=black&screenInches=34&shape=wide&stand=arm&wallpaper=dusk.svg',
      {
        drawing: 'monitor',
        shape: 'wide',
        curved: true,
        screenInches: 34,
        stand: 'arm',
        finish: 'black',
        wallpaper: 'dusk',
      },
    ],
  ])('is %s, and is read again', (name, picture) => {
    expect(pictureName(picture)).toBe(name);
    expect(pictureNamed(name)).toEqual(picture);
  });

  it('is the same whatever the order of the words', () => {
    expect(pictureName(Object.fromEntries(Object.entries(LAPTOP).reverse()) as Picture)).toBe(
      pictureName(LAPTOP),
    );
  });

  it.each([
    'drawing=mouse&finish=sage&shape=low',
    'shape=low&drawing=mouse&finish=sage.svg',
    'drawing=mouse&finish=sage&shape=low&x=1.svg',
    'drawing=mouse&drawing=mouse&finish=sage&shape=low.svg',
    'drawing=mouse&finish=red&shape=low.svg',
    'drawing=laptop&finish=sand&pose=left&screenInches=1e9&wallpaper=dune.svg',
    'drawing=laptop&finish=sand&pose=left&screenInches=99999&wallpaper=dune.svg',
    '.svg',
    '',
  ])('is not %p', (name) => {
    expect(pictureNamed(name)).toBeNull();
  });

  it('is not any other text', () => {
    fc.assert(fc.property(fc.string(), (text) => pictureNamed(`${text}.svg`) === null));
  });
});
