import { FormatRegistry, Type, type Static } from '@sinclair/typebox';
import { Count, Currency, Id, Maybe, Money, Text, Time } from '../schemas/building-blocks';

FormatRegistry.Set('calendar-day', (text) => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
});
FormatRegistry.Set('time-zone', isTimeZone);

const number = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Its place in the books: 1, 2, 3 … over all files, so that a gap shows.',
});

/** A shop that prices in fractions of a cent has fractions here, too. */
const amount = Type.Number({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: "In the currency's smallest unit, as in events: đồng, cents.",
});

const OrderEntry = Type.Object({
  number,
  kind: Type.Literal('order'),
  orderId: Id("The shop's order id, the same as in events."),
  at: Time('When it was placed, by the clock of the shop.'),
  amount,
  currency: Currency,
  cartId: Maybe(Id('The id in events of the cart that it was.')),
  coupon: Maybe(Text('The code of its coupon.')),
  discount: Maybe(Money('Discount by the coupon, which the amount does not contain.')),
  byBrowser: Maybe(Type.Boolean({ description: 'False for an order by phone or in a store.' })),
  userAgent: Maybe(Text('The browser that placed it, as it names itself.')),
  consent: Maybe(
    Type.Union([Type.Literal('granted'), Type.Literal('cookieless'), Type.Literal('denied')], {
      description: 'Consent to analytics at that moment.',
    }),
  ),
  isStaff: Maybe(Type.Boolean({ description: 'True for an order of somebody who works for the shop.' })),
});

const RefundEntry = Type.Object({
  number,
  kind: Type.Literal('refund'),
  refundId: Id("The shop's id of the refund, the same as in events."),
  orderId: Maybe(Id('The order of which it gives money back, where the books name it.')),
  at: Time('When it was made, by the clock of the shop.'),
  amount,
  currency: Currency,
});

const CloseEntry = Type.Object({
  number,
  kind: Type.Literal('close'),
  day: Type.String({ format: 'calendar-day', description: 'The closed day, YYYY-MM-DD.' }),
  timeZone: Type.String({ format: 'time-zone', description: 'The zone of that day: Asia/Ho_Chi_Minh.' }),
  currency: Currency,
  entries: Count('Orders and refunds in the file.'),
});

/** One line of the books of a shop. */
export const BookLineSchema = Type.Union([OrderEntry, RefundEntry, CloseEntry]);

export const BOOK_SCHEMAS = { order: OrderEntry, refund: RefundEntry, close: CloseEntry } as const;

export type BookOrder = Static<typeof OrderEntry>;
export type BookRefund = Static<typeof RefundEntry>;
export type BookClose = Static<typeof CloseEntry>;
export type BookLine = Static<typeof BookLineSchema>;
export type BookKind = BookLine['kind'];

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
