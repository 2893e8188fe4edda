import { readFileSync, readdirSync } from 'node:fs';
import { Value } from '@sinclair/typebox/value';
import { CatalogueProductSchema } from './catalogue-product';
import { CATALOGUE, CATEGORIES, FAMILY_OF, VARIANTS } from './index';

describe('the catalogue', () => {
  it.each([...CATALOGUE, ...VARIANTS])('$id matches the schema of products', (sold) => {
    const ofFamilies = new Set(['family', 'options']);
    const product = Object.fromEntries(Object.entries(sold).filter(([field]) => !ofFamilies.has(field)));
    expect([...Value.Errors(CatalogueProductSchema, product)]).toEqual([]);
  });

  it('gives every product a unique id, slug and name', () => {
    for (const field of ['id', 'slug', 'name'] as const) {
      const values = [...CATALOGUE, ...VARIANTS].map((product) => product[field]);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('has positive whole prices in VND, and lower ones for offers', () => {
    for (const { name, price, discountPrice } of [...CATALOGUE, ...VARIANTS]) {
      expect([name, Number.isInteger(price) && price > 0]).toEqual([name, true]);
      if (discountPrice !== null) {
        expect([name, Number.isInteger(discountPrice) && discountPrice > 0]).toEqual([name, true]);
        expect(discountPrice).toBeLessThan(price);
      }
    }
  });

  it('has slugs that need no escaping in a URL', () => {
    for (const { slug } of [...CATALOGUE, ...VARIANTS]) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('fills every category, with at least one offer in each', () => {
    for (const { slug } of CATEGORIES) {
      const products = CATALOGUE.filter((product) => product.category === slug);
      expect(products.length).toBeGreaterThan(10);
      expect(products.some((product) => product.discountPrice !== null)).toBe(true);
    }
  });

  it('has families whose products have the same options in the same order, each combination once', () => {
    for (const [id, options] of FAMILY_OF) {
      const all = [options, ...VARIANTS.filter(({ family }) => family === id).map((one) => one.options)];
      expect(all.length).toBeGreaterThan(1);
      for (const one of all) expect(one.map(([label]) => label)).toEqual(options.map(([label]) => label));
      expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length);
    }
  });

  it('imports no database library, so that tools may read it without one', () => {
    for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts'))) {
      expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).not.toMatch(/from '(typeorm|pg|\.\.\/)/);
    }
  });
});
