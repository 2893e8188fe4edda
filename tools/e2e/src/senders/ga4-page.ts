import {
  CURRENCY,
  reportPage,
  type Sender,
  type SoldCart,
  type SoldLine,
  type SoldOrder,
  type SoldProduct,
} from './journey';

type Report = (name: string, parameters: object) => void;

/**
 * The parts of Google's snippet and of our tracker that this page uses;
 * script tags have started them.
 */
interface ShopWindow {
  readonly gtag: (command: 'event', name: string, parameters: object) => void;
  readonly clickstream: { page(): void; flush(): Promise<void> };
}

const item = ({ id, name, brand, category, ...rest }: SoldProduct | SoldLine) => ({
  item_id: id,
  item_name: name,
  item_brand: brand,
  item_category: category,
  ...rest,
});
const cart = ({ id, total, lines }: SoldCart) => ({ cart_id: id, value: total, items: lines.map(item) });
const order = ({ id, total, tax, shipping, lines }: SoldOrder) => ({
  transaction_id: id,
  value: total,
  tax,
  shipping,
  items: lines.map(item),
});

/** The calls of Google's e-commerce events. */
const calls = (report: Report): Omit<Sender, 'pageShown' | 'delivered'> => ({
  productShown: (product) => report('view_item', { items: [item(product)] }),
  addedToCart: (line, { id }) => report('add_to_cart', { cart_id: id, items: [item(line)] }),
  checkoutBegun: (begun) => report('begin_checkout', cart(begun)),
  orderPlaced: (placed) => report('purchase', order(placed)),
  refunded: (refund) => report('refund', order(refund)),
});

/** A page with Google's tag, our tracker and our listener on the data layer. */
const byDataLayer = (): Sender => {
  const { gtag, clickstream } = window as unknown as ShopWindow;
  return {
    ...calls((name, parameters) => gtag('event', name, { currency: CURRENCY, ...parameters })),
    pageShown: () => clickstream.page(),
    delivered: () => clickstream.flush(),
  };
};

/**
 * A page whose server reports events by the Measurement Protocol. Here the page itself plays the
 * server.
 */
const byProtocol = ({ origin }: URL): Sender => {
  const query = new URLSearchParams(location.search);
  const sent: Promise<unknown>[] = [];
  const report: Report = (name, parameters) => {
    const params = {
      ga_session_id: 1_795_916_000,
      page_location: location.href,
      currency: CURRENCY,
      ...parameters,
    };
    const body = JSON.stringify({
      client_id: `server.${query.get('visit') ?? ''}`,
      timestamp_micros: Date.now() * 1_000,
      user_agent: navigator.userAgent,
      events: [{ name, params }],
    });
    sent.push(fetch(`${origin}/mp/collect?measurement_id=G-0000000000`, { method: 'POST', body }));
  };
  return {
    ...calls(report),
    pageShown: () => report('page_view', { page_title: document.title }),
    delivered: async () => void (await Promise.all(sent)),
  };
};

void reportPage((endpoint) =>
  new URLSearchParams(location.search).has('protocol') ? byProtocol(endpoint) : byDataLayer(),
);
