/** A product of the small shop, with its price in dollars, as other trackers expect it. */
export interface SoldProduct {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly brand: string;
  readonly price: number;
}

/** One line of a cart or an order. */
export interface SoldLine extends SoldProduct {
  readonly quantity: number;
}

/** The calls that the shop's pages make on any tracker. */
export interface Sender {
  pageShown(): void;
  productShown(product: SoldProduct): void;
  addedToCart(line: SoldLine, cart: SoldCart): void;
  checkoutBegun(cart: SoldCart): void;
  orderPlaced(order: SoldOrder): void;
  refunded(refund: SoldOrder): void;
  /** Settles once everything was answered. */
  delivered(): Promise<void>;
}

export interface SoldCart {
  readonly id: string;
  readonly total: number;
  readonly lines: readonly SoldLine[];
}

export interface SoldOrder {
  readonly id: string;
  readonly total: number;
  readonly tax: number;
  readonly shipping: number;
  readonly lines: readonly SoldLine[];
}

export const CURRENCY = 'USD';

const LAPTOP = { id: 'LAP-1', name: 'Aero 14', category: 'laptops', brand: 'Norden', price: 999.9 };
const MOUSE = { id: 'ACC-7', name: 'Click mouse', category: 'accessories', brand: 'Norden', price: 19.99 };
const LAPTOPS = { ...LAPTOP, quantity: 1 };
const MICE = { ...MOUSE, quantity: 2 };

const cartOf = (id: string, lines: readonly SoldLine[], total: number): SoldCart => ({ id, lines, total });

type Step = (sender: Sender, name: string) => void;

/**
 * The calls of each page of the shop, by its path, in the order of the visit. The
 * visit's name is in all its ids.
 */
export const JOURNEY: Readonly<Record<string, readonly Step[]>> = {
  '/': [],
  '/product/aero-14': [
    (sender) => sender.productShown(LAPTOP),
    (sender, name) => sender.addedToCart(LAPTOPS, cartOf(`cart-${name}`, [LAPTOPS], 999.9)),
  ],
  '/product/click-mouse': [
    (sender) => sender.productShown(MOUSE),
    (sender, name) => sender.addedToCart(MICE, cartOf(`cart-${name}`, [LAPTOPS, MICE], 1039.88)),
  ],
  '/checkout': [(sender, name) => sender.checkoutBegun(cartOf(`cart-${name}`, [LAPTOPS, MICE], 1039.88))],
  '/thank-you': [
    (sender, name) =>
      sender.orderPlaced({
        id: `order-${name}`,
        total: 1044.88,
        tax: 83.19,
        shipping: 5,
        lines: [LAPTOPS, MICE],
      }),
  ],
  '/account/refund': [
    (sender, name) =>
      sender.refunded({
        id: `order-${name}`,
        total: 19.99,
        tax: 0,
        shipping: 0,
        lines: [{ ...MOUSE, quantity: 1 }],
      }),
  ],
};

/** Keeps events out of the same millisecond: other trackers do not number their events. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 5));

/**
 * Reports the events of the page at the current address. Its query names the visit and the
 * endpoint.
 */
export async function reportPage(open: (endpoint: URL) => Sender | Promise<Sender>): Promise<void> {
  const query = new URLSearchParams(location.search);
  const sender = await open(new URL(query.get('endpoint') ?? ''));
  sender.pageShown();
  for (const report of JOURNEY[location.pathname] ?? []) {
    await moment();
    report(sender, query.get('visit') ?? '');
  }
  await sender.delivered();
  document.title = 'reported';
}
