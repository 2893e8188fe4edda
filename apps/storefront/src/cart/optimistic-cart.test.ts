import { MAX_QUANTITY, type Cart, type Product } from '../shop/gateway';
import { withChange } from './optimistic-cart';

const laptop: Product = {
  id: 'LT-1',
  slug: 'laptop',
  name: 'Laptop',
  category: 'laptops',
  kind: 'Laptop',
  brand: 'Brand',
  price: 20_000_000,
  discountPrice: 18_000_000,
  tagline: '',
  picture: { drawing: 'webcam', finish: 'silver' },
  available: 10,
};
const mouse: Product = { ...laptop, id: 'AC-1', name: 'Mouse', price: 500_000, discountPrice: null };

const after = (cart: Cart | null, ...changes: Parameters<typeof withChange>[1][]) =>
  changes.reduce<Cart | null>(withChange, cart);

describe('withChange', () => {
  it('begins a cart, and counts at today’s prices', () => {
    const cart = after(
      null,
      { kind: 'add', product: laptop, quantity: 1 },
      { kind: 'add', product: mouse, quantity: 1 },
    );
    expect(cart).toMatchObject({ quantity: 2, subtotal: 18_500_000 });
  });

  it('adds as many pieces as were chosen', () => {
    const three = { kind: 'add', product: laptop, quantity: 3 } as const;
    expect(after(null, three)?.quantity).toBe(3);
    expect(after(null, { ...three, quantity: 1 }, three)?.quantity).toBe(4);
  });

  it('adds to an existing product, up to the maximum of a cart', () => {
    const adds = Array.from(
      { length: MAX_QUANTITY + 3 },
      () => ({ kind: 'add', product: laptop, quantity: 1 }) as const,
    );
    const cart = after(null, ...adds);
    expect(cart?.items).toHaveLength(1);
    expect(cart?.quantity).toBe(MAX_QUANTITY);
  });

  it('sets a quantity, and removes a product at 0', () => {
    const full = after(
      null,
      { kind: 'add', product: laptop, quantity: 1 },
      { kind: 'add', product: mouse, quantity: 1 },
    );
    expect(after(full, { kind: 'set', productId: 'AC-1', quantity: 4 })).toMatchObject({
      subtotal: 20_000_000,
    });
    expect(after(full, { kind: 'set', productId: 'LT-1', quantity: 0 })).toMatchObject({
      quantity: 1,
      subtotal: 500_000,
    });
  });

  it('does not change the cart of the shop', () => {
    const full = after(null, { kind: 'add', product: laptop, quantity: 1 });
    const copy = structuredClone(full);
    after(full, { kind: 'set', productId: 'LT-1', quantity: 9 });
    expect(full).toEqual(copy);
  });

  it('has nothing to change without a cart', () => {
    expect(withChange(null, { kind: 'set', productId: 'LT-1', quantity: 1 })).toBeNull();
  });
});
