import { CATALOGUE } from '@clickstream/shop-models/catalogue';
import type { Fields, Told } from './journey';

/** The promotion at the top of the home page. */
export const HERO = { id: 'hero', name: 'The desk you look forward to', slot: 'home:hero' };

/** The options of the products that have a choice, as events name them. */
const OPTIONS: Readonly<Record<string, string>> = {
  'LT-1301': '16 GB, Silver',
  'LT-1401': '32 GB',
  'AC-3201': 'Sage',
  'AC-3404': '2 TB',
};

/** A product as events name it, by the catalogue, with its fields in this event. */
export function item(id: string, more: Fields = {}): Fields {
  const product = CATALOGUE.find((one) => one.id === id);
  if (!product) throw new Error(`No product of the catalogue has the id ${id}.`);
  const { name, category, brand, price, discountPrice, slug } = product;
  const variant = OPTIONS[id];
  return {
    id,
    name,
    category,
    brand,
    price,
    discountPrice,
    urlPath: `/product/${slug}`,
    ...(variant !== undefined && { variant }),
    ...more,
  };
}

/** A cart as events name it, with what its products cost now. */
export function cart(cartId: string, ...items: readonly Fields[]): Fields {
  const value = items.reduce((sum, one) => sum + priceOf(one) * Number(one['quantity']), 0);
  return { cartId, value, currency: 'VND', items };
}

const priceOf = ({ price, discountPrice }: Fields) => Number(discountPrice ?? price);

/** A page was shown: address, title, and the page before it, null for none. */
export const view = (path: string, title: string, from: string | null): Told => [
  'page_view',
  { path, title: title.endsWith('accessories') ? title : `${title} · SBW`, from },
];

/** A click, with the text of what was clicked; of a field none. */
export const click = (
  tag: 'a' | 'button' | 'summary' | 'input',
  text: string | null,
  dataset: Fields = {},
): Told => ['click', { element: { tag, id: null, role: null, text, dataset } }];

/** A list was shown: the products that the page shows, in its order. */
export const list = (name: string): Told => [
  'product_list_view',
  (shown) => {
    const products = shown[name] ?? [];
    if (products.length === 0) throw new Error(`The page shows no list ${name}.`);
    const items = products.map((id, index) => item(id, { listName: name, position: index + 1 }));
    return { list: { name, items } };
  },
];
