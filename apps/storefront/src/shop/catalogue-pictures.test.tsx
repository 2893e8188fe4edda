import { renderToStaticMarkup } from 'react-dom/server';
import { CATALOGUE } from '@clickstream/shop-models/catalogue';
import { PictureDefs, ProductPicture } from '@clickstream/product-pictures';

const shared = renderToStaticMarkup(<PictureDefs />);
const drawings = CATALOGUE.map(({ name, picture }) => ({
  name,
  svg: renderToStaticMarkup(<ProductPicture picture={picture} />),
}));

const idsIn = (svg: string) => new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
const usedIn = (svg: string) => [...svg.matchAll(/(?:url\(#|href="#)([^)"]+)/g)].map(([, id]) => id);

describe('product pictures', () => {
  it.each(drawings)('$name is drawn without NaN or undefined', ({ svg }) => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each(drawings)('$name uses only colours and scenes that are defined', ({ svg }) => {
    const defined = new Set([...idsIn(shared), ...idsIn(svg)]);
    expect(usedIn(svg).filter((id) => !defined.has(id))).toEqual([]);
  });

  it.each(drawings)('$name is small enough for a list', ({ svg }) => {
    expect(svg.length).toBeLessThan(9_000);
  });

  it('looks different for almost every product', () => {
    expect(new Set(drawings.map(({ svg }) => svg)).size).toBeGreaterThanOrEqual(CATALOGUE.length - 2);
  });
});
