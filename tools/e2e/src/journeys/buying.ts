import { all, open, press, pressFirst } from './doing';
import { cart, click, HERO, item, list, view } from './expected';
import { fillDelivery } from '../testing/ways-through-the-shop';
import type { Journey } from './journey';

const LAPTOP = 'LT-1301';
/** The place of the laptop where it was chosen, from its list to the order. */
const PLACE = { listName: 'category:laptops', position: 1 };
const IN_CART = item(LAPTOP, { quantity: 1, ...PLACE });
const CART = cart('cart 1', IN_CART);

export const GUEST_BUYS: Journey = {
  title: 'a guest buys the first laptop, on a desktop',
  device: 'desktop',
  steps: [
    {
      does: 'opens the shop',
      act: open('/'),
      tells: [
        view('/', 'SBW · laptops, monitors, accessories', null),
        ['home_view'],
        list('home:offers'),
        list('home:newest'),
        ['view_promotion', { promotion: HERO }],
      ],
    },
    {
      does: 'chooses laptops at the top',
      act: press('link', 'Laptops'),
      tells: [
        click('a', 'Laptops'),
        view('/category/laptops', 'Laptops', '/'),
        ['category_view', { category: 'laptops' }],
        list('category:laptops'),
      ],
    },
    {
      does: 'opens the first laptop',
      act: pressFirst('Solenne Air 13'),
      tells: [
        click('a', 'Solenne Air 13'),
        ['select_item', { product: item(LAPTOP, PLACE) }],
        view('/product/solenne-air-13', 'Solenne Air 13', '/category/laptops'),
        ['product_view', { product: item(LAPTOP, PLACE) }],
        list('product:similar'),
      ],
    },
    {
      does: 'adds it to the cart',
      act: press('button', 'Add to cart'),
      tells: [click('button', 'Add to cart'), ['add_to_cart_click', { product: IN_CART, cart: CART }]],
    },
    {
      does: 'looks at the cart',
      act: press('link', 'View cart'),
      tells: [
        click('a', 'View cart'),
        view('/cart', 'Cart', '/product/solenne-air-13'),
        ['view_cart', { cart: CART }],
      ],
    },
    {
      does: 'goes to the checkout',
      act: press('link', 'Checkout'),
      tells: [
        click('a', 'Checkout'),
        view('/checkout', 'Checkout · Contact & delivery', '/cart'),
        ['checkout_start', { cart: CART }],
      ],
    },
    {
      does: 'enters the delivery',
      act: all(fillDelivery, press('button', 'Continue to payment')),
      becomes: 'guest',
      tells: [
        click('button', 'Continue to payment'),
        view('/checkout?step=payment', 'Checkout · Payment', '/checkout'),
        ['checkout_step', { checkout: { step: 1, name: 'delivery', option: 'standard' }, cart: CART }],
      ],
    },
    {
      does: 'chooses to pay on delivery',
      act: press('button', 'Continue to review'),
      tells: [
        click('button', 'Continue to review'),
        view('/checkout?step=review', 'Checkout · Review', '/checkout?step=payment'),
        ['checkout_step', { checkout: { step: 2, name: 'payment', option: 'cash_on_delivery' }, cart: CART }],
      ],
    },
    {
      does: 'places the order',
      act: press('button', 'Place order'),
      tells: [
        click('button', 'Place order'),
        view('/order/order 1', 'Order', '/checkout?step=review'),
        ['checkout_step', { checkout: { step: 3, name: 'review' }, cart: CART }],
        [
          'checkout_complete',
          {
            order: {
              orderId: 'order 1',
              revenue: 26_490_000,
              tax: 2_408_182,
              shipping: 0,
              currency: 'VND',
              items: [IN_CART],
            },
            cart: { cartId: 'cart 1' },
          },
        ],
      ],
    },
  ],
};
