import { all, open, press, pressFirst, type } from './doing';
import { click, item, list, view } from './expected';
import type { Journey } from './journey';

const MONITOR = 'MN-2401';
const PLACE = { listName: 'category:monitors', position: 1 };

export const LOOKS_AROUND: Journey = {
  title: 'somebody searches in vain, filters, sorts and keeps a wish, on a desktop',
  device: 'desktop',
  steps: [
    {
      does: 'searches for something that the shop does not have',
      act: open('/search?q=macbook'),
      tells: [
        view('/search?q=macbook', 'Search: macbook', null),
        ['search', { search: { term: 'macbook', results: 0 } }],
        list('search:popular'),
      ],
    },
    {
      does: 'chooses a department instead',
      act: press('link', 'All monitors'),
      tells: [
        click('a', 'All monitors'),
        view('/category/monitors', 'Monitors', '/search?q=macbook'),
        ['category_view', { category: 'monitors' }],
        list('category:monitors'),
      ],
    },
    {
      does: 'wants one brand',
      act: press('link', /^Lumea/),
      tells: [
        click('a', 'Lumea 8 products', { value: 'Lumea' }),
        ['product_list_filter', { filter: { list: 'category:monitors', name: 'brand', value: 'Lumea' } }],
        view('/category/monitors?brand=Lumea', 'Monitors · Lumea', '/category/monitors'),
        ['category_view', { category: 'monitors' }],
        list('category:monitors'),
      ],
    },
    {
      does: 'sorts by price',
      act: (page) => page.getByLabel('Sort by').selectOption('price-up'),
      tells: [
        ['product_list_filter', { filter: { list: 'category:monitors', name: 'sort', value: 'price-up' } }],
        view(
          '/category/monitors?brand=Lumea&sort=price-up',
          'Monitors · Lumea · lowest price',
          '/category/monitors?brand=Lumea',
        ),
        ['category_view', { category: 'monitors' }],
        list('category:monitors'),
      ],
    },
    {
      does: 'opens the cheapest',
      act: pressFirst('Lumea Desk 24'),
      tells: [
        click('a', 'Lumea Desk 24'),
        ['select_item', { product: item(MONITOR, PLACE) }],
        view('/product/lumea-desk-24', 'Lumea Desk 24', '/category/monitors?brand=Lumea&sort=price-up'),
        ['product_view', { product: item(MONITOR, PLACE) }],
        list('product:similar'),
      ],
    },
    {
      does: 'keeps it for later',
      act: press('button', 'Add to wishlist'),
      tells: [
        click('button', 'Add to wishlist'),
        ['wishlist_toggle', { product: item(MONITOR), wishlisted: true }],
      ],
    },
    {
      does: 'thinks again',
      act: press('button', 'On your wishlist'),
      tells: [
        click('button', 'On your wishlist'),
        ['wishlist_toggle', { product: item(MONITOR), wishlisted: false }],
      ],
    },
  ],
};

export const CANNOT_SIGN_IN: Journey = {
  title: 'somebody cannot sign in, on a phone',
  device: 'phone',
  steps: [
    {
      does: 'opens the sign-in',
      act: open('/sign-in'),
      tells: [view('/sign-in', 'Sign in', null), ['login_open']],
    },
    {
      does: 'sends it empty',
      act: press('button', 'Sign in'),
      tells: [
        click('button', 'Sign in'),
        ['form_error', { form: { name: 'sign_in', fields: ['email', 'password'] } }],
      ],
    },
    {
      does: 'tries a password',
      act: all(
        type('Email', 'nobody@shop.example'),
        type('Password', 'Wrong-horse-1'),
        press('button', 'Sign in'),
      ),
      tells: [click('button', 'Sign in'), ['login_failure', { login: { method: 'email' } }]],
    },
  ],
};
