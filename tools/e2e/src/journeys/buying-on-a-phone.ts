import { all, open, press, pressFirst, type } from './doing';
import { cart, click, HERO, item, list, view } from './expected';
import { fillDelivery, tryCoupon } from '../testing/ways-through-the-shop';
import type { Journey } from './journey';

const KEYBOARD = 'AC-3101';
const PASSWORD = 'Correct-horse-7';
const email = ({ email }: { readonly email: string }) => email;
const PLACE = { listName: 'search', position: 1 };
const IN_CART = item(KEYBOARD, { quantity: 1, ...PLACE });
const CART = cart('cart 1', IN_CART);

export const CUSTOMER_BUYS: Journey = {
  title: 'a new customer registers and buys what a search has found, by a coupon, on a phone',
  device: 'phone',
  steps: [
    {
      does: 'opens the registration',
      act: open('/sign-up'),
      tells: [view('/sign-up', 'Create an account', null)],
    },
    {
      does: 'registers',
      act: all(
        type('Name', 'Mai Tran'),
        type('Email', email),
        type('Password', PASSWORD),
        press('button', 'Create account'),
      ),
      tells: [click('button', 'Create account'), view('/confirm?next=%2F', 'Confirm your email', '/sign-up')],
    },
    {
      does: 'enters the code',
      act: all(type('Code', '123456'), press('button', 'Confirm')),
      tells: [
        click('button', 'Confirm'),
        view('/sign-in?confirmed=…&next=%2F', 'Sign in', '/confirm?next=%2F'),
        ['sign_up', { login: { method: 'email' } }],
        ['login_open'],
      ],
    },
    {
      does: 'signs in',
      act: all(type('Password', PASSWORD), press('button', 'Sign in')),
      becomes: 'logged_in',
      tells: [
        click('button', 'Sign in'),
        view('/', 'SBW · laptops, monitors, accessories', '/sign-in?confirmed=…&next=%2F'),
        ['login_success', { login: { method: 'email' } }],
        ['home_view'],
        list('home:offers'),
        list('home:newest'),
        ['view_promotion', { promotion: HERO }],
      ],
    },
    {
      does: 'searches',
      act: all(type('Search the shop', 'clavio k75'), (page) => page.keyboard.press('Enter')),
      tells: [
        click('button', 'Search'),
        view('/search?q=clavio+k75', 'Search: clavio k75', '/'),
        ['search', { search: { term: 'clavio k75', results: 1 } }],
        list('search'),
      ],
    },
    {
      does: 'opens what was found',
      act: pressFirst('Clavio K75'),
      tells: [
        click('a', 'Clavio K75'),
        ['select_item', { product: item(KEYBOARD, PLACE) }],
        view('/product/clavio-k75', 'Clavio K75', '/search?q=clavio+k75'),
        ['product_view', { product: item(KEYBOARD, PLACE) }],
        list('product:similar'),
      ],
    },
    {
      does: 'adds it',
      act: press('button', 'Add to cart'),
      tells: [click('button', 'Add to cart'), ['add_to_cart_click', { product: IN_CART, cart: CART }]],
    },
    {
      does: 'looks at the cart',
      act: press('link', 'View cart'),
      tells: [
        click('a', 'View cart'),
        view('/cart', 'Cart', '/product/clavio-k75'),
        ['view_cart', { cart: CART }],
      ],
    },
    {
      does: 'tries a coupon that does not exist',
      act: (page) => tryCoupon(page, 'NONE'),
      tells: [
        click('summary', 'Use a coupon'),
        click('button', 'Use coupon'),
        ['form_error', { form: { name: 'coupon', fields: [] } }],
      ],
    },
    {
      does: 'uses a coupon',
      act: all(type('Code', 'JOURNEY10'), press('button', 'Use coupon'), (page) =>
        page.getByRole('button', { name: 'Remove coupon JOURNEY10' }).waitFor(),
      ),
      tells: [click('button', 'Use coupon')],
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
      tells: [
        click('button', 'Continue to payment'),
        view('/checkout?step=payment', 'Checkout · Payment', '/checkout'),
        ['checkout_step', { checkout: { step: 1, name: 'delivery', option: 'standard' }, cart: CART }],
      ],
    },
    {
      does: 'chooses a transfer',
      act: all(press('radio', 'Bank transfer'), press('button', 'Continue to review')),
      tells: [
        click('input', null),
        click('button', 'Continue to review'),
        view('/checkout?step=review', 'Checkout · Review', '/checkout?step=payment'),
        ['checkout_step', { checkout: { step: 2, name: 'payment', option: 'bank_transfer' }, cart: CART }],
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
              revenue: 1_971_000,
              tax: 179_182,
              shipping: 0,
              currency: 'VND',
              coupon: 'JOURNEY10',
              discount: 219_000,
              items: [IN_CART],
            },
            cart: { cartId: 'cart 1' },
          },
        ],
      ],
    },
    {
      does: 'signs out',
      act: press('button', 'Sign out'),
      tells: [click('button', 'Sign out'), ['logout']],
    },
  ],
};
