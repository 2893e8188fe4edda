import { aShopCart, aShopOrder, aShopProduct } from './testing/shop-values';
import { toTrackedCart, toTrackedList, toTrackedOrder, toTrackedProduct } from './tracked-product';

const tracked = {
  id: 'LT-1301',
  name: 'Solenne Air 13',
  category: 'laptops',
  brand: 'Solenne',
  price: 28_990_000,
  discountPrice: 26_490_000,
  urlPath: '/product/solenne-air-13',
};

describe('products and carts in events', () => {
  it('are a product with everything that reports are grouped by, and nothing else', () => {
    expect(toTrackedProduct(aShopProduct())).toEqual(tracked);
  });

  it('are a list with the position of each product, counted over all its pages', () => {
    const products = [aShopProduct(), aShopProduct({ id: 'LT-1302' })];
    expect(toTrackedList('category:laptops', products, 12)).toEqual({
      list: {
        name: 'category:laptops',
        items: [
          { ...tracked, listName: 'category:laptops', position: 13 },
          { ...tracked, id: 'LT-1302', listName: 'category:laptops', position: 14 },
        ],
      },
    });
  });

  it('are a cart with its value and its quantities', () => {
    expect(toTrackedCart(aShopCart(2))).toEqual({
      cartId: 'cart-1',
      value: 52_980_000,
      currency: 'VND',
      items: [{ ...tracked, quantity: 2 }],
    });
  });

  it('are an order with the total paid, and the tax and delivery within it', () => {
    const order = aShopOrder({ shipping: 60_000, total: 53_040_000, tax: 4_821_818 });
    expect(toTrackedOrder(order)).toEqual({
      orderId: 'SBW-23456789',
      revenue: 53_040_000,
      tax: 4_821_818,
      shipping: 60_000,
      currency: 'VND',
      items: [{ ...tracked, quantity: 2 }],
    });
  });

  it.each([
    ['an offer has ended since', { price: 28_990_000, discountPrice: null }, [28_990_000, 26_490_000]],
    ['the price has fallen below it', { price: 20_000_000, discountPrice: null }, [26_490_000, null]],
    ['nothing has changed', { price: 26_490_000, discountPrice: null }, [26_490_000, null]],
  ])('are an order at the prices that were paid, even if %s', (_why, today, [price, discountPrice]) => {
    const items = [{ product: aShopProduct(today), quantity: 1, unitPrice: 26_490_000 }];
    expect(toTrackedOrder(aShopOrder({ items })).items).toEqual([
      { ...tracked, price, discountPrice, quantity: 1 },
    ]);
  });
});
