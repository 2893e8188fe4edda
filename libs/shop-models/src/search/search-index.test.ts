import fc from 'fast-check';
import { CATALOGUE, CATEGORIES } from '../catalogue';
import { SearchIndex } from './search-index';

let index: SearchIndex;
beforeAll(async () => {
  index = await SearchIndex.of(
    CATALOGUE.map((product) => ({
      ...product,
      category: CATEGORIES.find(({ slug }) => slug === product.category)?.name ?? '',
    })),
  );
});

const byId = new Map(CATALOGUE.map((product) => [product.id, product]));
const found = (term: string) => index.find(term).ids.map((id) => byId.get(id));
const names = (term: string) => found(term).map((product) => product?.name);
const kinds = (term: string) => [...new Set(found(term).map((product) => product?.kind ?? ''))];
const inCategory = (slug: string) => CATALOGUE.filter(({ category }) => category === slug).length;

describe('a search', () => {
  it.each([
    ['laptops', 'laptops'],
    ['Laptop', 'laptops'],
    ['notebooks', 'laptops'],
    ['monitors', 'monitors'],
    ['screens', 'monitors'],
    ['màn hình', 'monitors'],
    ['accessories', 'accessories'],
    ['accessory', 'accessories'],
  ])('for a department by %p has its products first', (term, slug) => {
    const first = found(term).slice(0, inCategory(slug));
    expect(new Set(first.map((product) => product?.category))).toEqual(new Set([slug]));
    expect(first).toHaveLength(inCategory(slug));
  });

  it.each(['32 GB', '32gb', '32  Gb', '32-gb'])('for a specification finds the same by %p', (term) => {
    expect(names(term)).toEqual(names('32 GB'));
    expect(names(term)).toContain('Kestrel X14');
  });

  it.each(['27 inch', '27"', '27″', '27inches', '27-inch'])('for a size finds the same by %p', (term) => {
    const sizes = found(term).map((product) => JSON.stringify(product));
    expect(sizes.length).toBeGreaterThan(4);
    expect(sizes.every((product) => product.includes('27″'))).toBe(true);
    expect(names(term)).toEqual(names('27 inch'));
  });

  it.each([
    ['144hz', 'Voltara Spark 15'],
    ['15 inch laptop', 'Solenne Air 15'],
    ['usbc', 'Lumea Link 27'],
    ['usb-c hub', 'Junctio Hub 7'],
    ['1 tb', 'Solenne Air 15'],
    ['3840x2160', 'Lumea Link 27'],
    ['noise cancelling', 'Hollis Quiet 700'],
    ['sore wrists', 'Clavio Upright'],
    ['a wall of work', 'Lumea Span 40'],
    ['gaming mice', 'Voltara Dart'],
    ['headphones', 'Hollis Quiet 700'],
    ['tai nghe', 'Hollis Quiet 700'],
    ['chuột không dây', 'Clavio Glide'],
    ['mouse clavio', 'Clavio Glide'],
    ['14 kestrel', 'Kestrel X14'],
    ['x 14 lite', 'Kestrel X14 Lite'],
    ['key board split', 'Clavio Split'],
    ['ultra wide', 'Lumea Span 34'],
    ['2 in 1', 'Solenne Fold 14'],
    ['the best laptop with 64 gb ram', 'Kestrel Dev 15'],
  ])('for %p finds %s first, or among equals', (term, name) => {
    expect(names(term).slice(0, 3)).toContain(name);
  });

  it.each([
    ['keybord', 'keyboard'],
    ['kyeboard', 'keyboard'],
    ['moniter', 'monitor'],
    ['heaphones', 'headphone'],
    ['labtops', 'laptop'],
    ['wirelss mouse', 'wireless mouse'],
    ['gaming latpop', 'gaming laptop'],
    ['key bord', 'keyboard'],
  ])('reads %p as %p, and reports it', (term, meant) => {
    expect(index.find(term).correctedTo).toBe(meant);
    expect(names(term)).toEqual(names(meant));
    expect(names(term)).not.toEqual([]);
  });

  it('reports no correction where a word is right, or only begins one', () => {
    expect(index.find('keyb').correctedTo).toBeNull();
    expect(kinds('keyb')[0]).toMatch(/keyboard/i);
  });

  it('puts a name before a department, a specification and a tagline', () => {
    expect(names('note')[0]).toBe('Birchfield Note 14');
    expect(names('clavio glide').slice(0, 2)).toEqual(['Clavio Glide', 'Clavio Glide Pro']);
    // In the name of one, in the tagline of another.
    expect(names('desk')[0]).toMatch(/Desk/);
  });

  it.each(['bicycle', 'purple', 'phone', 'toothbrush', '', '   ', '!?', 'the'])(
    'finds nothing for %p',
    (term) => {
      expect(index.find(term).ids).toEqual([]);
    },
  );

  it('finds each product by its name, whatever the order, case and accents of the words', () => {
    const product = fc.constantFrom(...CATALOGUE);
    fc.assert(
      fc.property(product, fc.boolean(), fc.infiniteStream(fc.nat()), ({ id, name }, upper, order) => {
        const words = name.split(' ').map((word) => ({ word, at: order.next().value }));
        const term = words
          .sort((a, b) => a.at - b.at)
          .map(({ word }) => word)
          .join('  ');
        expect(index.find(upper ? term.toUpperCase() : term).ids.slice(0, 3)).toContain(id);
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (term) => {
        expect(new Set(index.find(term).ids).size).toBe(index.find(term).ids.length);
      }),
    );
  });
});

describe('a search that finds nothing', () => {
  it.each([
    ['purple laptop', 'laptop'],
    ['hedphons', 'headphone'],
    ['bicycle mouse clavio', 'mouse clavio'],
  ])('for %p offers %p, which finds something', (term, other) => {
    expect(index.find(term).ids).toEqual([]);
    expect(index.alternatives(term)).toContain(other);
    for (const offered of index.alternatives(term)) expect(index.find(offered).ids).not.toEqual([]);
  });

  it('offers nothing rather than something that finds nothing', () => {
    for (const term of ['bicycle', 'dell', 'iphone']) expect(index.alternatives(term)).toEqual([]);
    expect(index.alternatives('')).toEqual([]);
  });
});
