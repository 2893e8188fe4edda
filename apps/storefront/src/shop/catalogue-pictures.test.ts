import { renderToStaticMarkup } from 'react-dom/server';
import { CATALOGUE } from '@clickstream/shop-models/catalogue';
import { drawPicture, pictureName, pictureNamed } from '@clickstream/product-pictures';

const drawings = CATALOGUE.map(({ name, picture }) => ({
  name,
  picture,
  svg: drawPicture(picture, renderToStaticMarkup),
}));

const idsIn = (svg: string) => new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
const usedIn = (svg: string) => [...svg.matchAll(/(?:url\(#|href="#)([^)"]+)/g)].map(([, id]) => id);

describe('product pictures', () => {
  it.each(drawings)('$name is drawn without NaN or undefined', ({ svg }) => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each(drawings)('$name uses only colours and scenes that are defined', ({ svg }) => {
    expect(usedIn(svg).filter((id) => !idsIn(svg).has(id ?? ''))).toEqual([]);
  });

  it.each(drawings)('$name has a file of this name', ({ picture }) => {
    expect(pictureNamed(pictureName(picture))).toEqual(picture);
  });

  it.each(drawings)('$name is small enough for a list', ({ svg }) => {
    expect(svg.length).toBeLessThan(10_000);
  });

  it('looks different for almost every product', () => {
    expect(new Set(drawings.map(({ svg }) => svg)).size).toBeGreaterThanOrEqual(CATALOGUE.length - 2);
  });
});
