import { open, press } from './doing';
import { cart, click, item, list, view } from './expected';
import type { Journey } from './journey';

const KEYBOARD = 'AC-3101';
const LAPTOP = item('LT-1401', { quantity: 1 });
const pieces = (quantity: number) => item(KEYBOARD, { quantity });

export const CHANGES_THE_CART: Journey = {
  title: 'somebody fills the cart in two tabs, goes back, and empties it, on a desktop',
  device: 'desktop',
  steps: [
    {
      does: 'opens a product by its address',
      act: open('/product/clavio-k75'),
      tells: [
        view('/product/clavio-k75', 'Clavio K75', null),
        ['product_view', { product: item(KEYBOARD) }],
        list('product:similar'),
      ],
    },
    {
      does: 'adds it',
      act: press('button', 'Add to cart'),
      tells: [
        click('button', 'Add to cart'),
        ['add_to_cart_click', { product: pieces(1), cart: cart('cart 1', pieces(1)) }],
      ],
    },
    {
      does: 'looks at the cart',
      act: press('link', 'View cart'),
      tells: [
        click('a', 'View cart'),
        view('/cart', 'Cart', '/product/clavio-k75'),
        ['view_cart', { cart: cart('cart 1', pieces(1)) }],
      ],
    },
    {
      does: 'goes back',
      act: (page) => page.goBack(),
      tells: [
        view('/product/clavio-k75', 'Clavio K75', '/cart'),
        ['product_view', { product: item(KEYBOARD) }],
        list('product:similar'),
      ],
    },
    {
      does: 'opens another product in a second tab',
      act: async (_, shopper) => (await shopper.newTab()).goto(`${shopper.shopUrl}/product/kestrel-x14`),
      tells: [
        view('/product/kestrel-x14', 'Kestrel X14', null),
        ['product_view', { product: item('LT-1401') }],
        list('product:similar'),
      ],
    },
    {
      does: 'adds that one, too',
      act: press('button', 'Add to cart'),
      tells: [
        click('button', 'Add to cart'),
        ['add_to_cart_click', { product: LAPTOP, cart: cart('cart 1', pieces(1), LAPTOP) }],
      ],
    },
    {
      does: 'looks at the cart there',
      act: press('link', 'View cart'),
      tells: [
        click('a', 'View cart'),
        view('/cart', 'Cart', '/product/kestrel-x14'),
        ['view_cart', { cart: cart('cart 1', pieces(1), LAPTOP) }],
      ],
    },
    {
      does: 'takes two keyboards',
      act: (page) => page.getByLabel('Quantity of Clavio K75').selectOption('2'),
      tells: [['add_to_cart_click', { product: pieces(1), cart: cart('cart 1', pieces(2), LAPTOP) }]],
    },
    {
      does: 'takes the laptop out',
      act: press('button', 'Remove Kestrel X14'),
      tells: [
        click('button', 'Remove'),
        ['remove_from_cart_click', { product: LAPTOP, cart: cart('cart 1', pieces(2)) }],
      ],
    },
    {
      does: 'takes one keyboard',
      act: (page) => page.getByLabel('Quantity of Clavio K75').selectOption('1'),
      tells: [['remove_from_cart_click', { product: pieces(1), cart: cart('cart 1', pieces(1)) }]],
    },
    {
      does: 'takes the last one out',
      act: press('button', 'Remove Clavio K75'),
      tells: [
        click('button', 'Remove'),
        ['remove_from_cart_click', { product: pieces(1), cart: cart('cart 1') }],
      ],
    },
  ],
};
