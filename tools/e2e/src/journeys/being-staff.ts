import { DESK_ACCOUNT } from '@clickstream/local-cloud';
import { all, open, press, pressFirst, type } from './doing';
import { cart, click, HERO, item, list, view } from './expected';
import { readInspector } from './inspector';
import type { Fields, Journey, Step, Told } from './journey';

const KEYBOARD = 'AC-3101';
const PLACE = { listName: 'category:accessories', position: 1 };
const IN_CART = item(KEYBOARD, { quantity: 1, ...PLACE });
const CART = cart('cart 1', IN_CART);

/** Events of people of the shop, which are marked; views of pages are not. */
const marked = (...tells: readonly Told[]): readonly Told[] =>
  tells.map(([name, fields = {}]): Told => {
    if (name === 'page_view') return [name, fields];
    const mark = (own: Fields) => ({ ...own, isStaff: true });
    return [name, typeof fields === 'function' ? (shown) => mark(fields(shown)) : mark(fields)];
  });

/** The steps that the inspector sees: it begins with the page that has it. */
export const INSPECTED_STEPS: readonly Step[] = [
  {
    does: 'opens a department with the inspector',
    act: open('/category/accessories?inspect'),
    tells: marked(
      view('/category/accessories?inspect', 'Accessories', null),
      ['category_view', { category: 'accessories' }],
      list('category:accessories'),
    ),
  },
  {
    does: 'opens the first product',
    act: pressFirst('Clavio K75'),
    tells: marked(
      click('a', 'Clavio K75'),
      ['select_item', { product: item(KEYBOARD, PLACE) }],
      view('/product/clavio-k75', 'Clavio K75', '/category/accessories?inspect'),
      ['product_view', { product: item(KEYBOARD, PLACE) }],
      list('product:similar'),
    ),
  },
  {
    does: 'adds it to the cart',
    act: press('button', 'Add to cart'),
    tells: marked(click('button', 'Add to cart'), ['add_to_cart_click', { product: IN_CART, cart: CART }]),
  },
];

export const STAFF_INSPECTS: Journey = {
  title: 'somebody of the shop looks into the inspector, on a desktop',
  device: 'desktop',
  steps: [
    {
      does: 'opens the sign-in',
      act: open('/sign-in'),
      tells: [view('/sign-in', 'Sign in', null), ['login_open']],
    },
    {
      does: 'signs in',
      act: all(
        type('Email', DESK_ACCOUNT.email),
        type('Password', DESK_ACCOUNT.password),
        press('button', 'Sign in'),
      ),
      becomes: 'logged_in',
      tells: [
        click('button', 'Sign in'),
        ...marked(
          view('/', 'SBW · laptops, monitors, accessories', '/sign-in'),
          ['login_success', { login: { method: 'email' } }],
          ['home_view'],
          list('home:offers'),
          list('home:newest'),
          ['view_promotion', { promotion: HERO }],
        ),
      ],
    },
    ...INSPECTED_STEPS,
  ],
  atEnd: readInspector,
};
