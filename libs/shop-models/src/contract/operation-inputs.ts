import { LIMITS } from '@clickstream/event-schema';
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { PAYMENT_METHODS } from '../checkout/checkout-details';
import { ORDER_STATUSES } from '../checkout/order-status';
import { MAX_QUANTITY } from '../checkout/pricing';
import { actor, closed, customer, customerId, key, orNull, page, productId, slug, UUID } from './input-parts';
import { REVIEW_INPUTS } from './review-inputs';
import { SIGN_IN_INPUTS } from './sign-in-inputs';
import { ShopError } from './shop-error';
import { SORT_ORDERS } from './sort-order';
import { storable } from '../storable-text';

const orderId = Type.String({ minLength: 1, maxLength: 40 });
/** The id of a payment, or of money that it gives back. */
const paymentId = Type.String({ minLength: 1, maxLength: 60 });
const reason = Type.String({ maxLength: 500 });
const status = Type.Union(ORDER_STATUSES.map((one) => Type.Literal(one)));

/** An order is open to its customer, and to the browser that holds its key. */
const viewer = Type.Object(
  { customerId: orNull(customerId), orderKeys: Type.Array(key, { maxItems: 20 }) },
  closed,
);

const delivery = Type.Object(
  {
    name: Type.String({ maxLength: 200 }),
    email: Type.String({ maxLength: 300 }),
    phone: Type.String({ maxLength: 50 }),
    address: Type.String({ maxLength: 400 }),
    ward: Type.String({ maxLength: 200 }),
    province: Type.String({ maxLength: 100 }),
    method: Type.Union([Type.Literal('standard'), Type.Literal('express')]),
    note: Type.String({ maxLength: 1000 }),
  },
  closed,
);

/** Origin of an order, as far as the caller knows: with it the books explain what events miss. */
const origin = Type.Object(
  {
    byBrowser: Type.Boolean(),
    userAgent: orNull(Type.String({ maxLength: 1000 })),
    consent: orNull(
      Type.Union([Type.Literal('granted'), Type.Literal('cookieless'), Type.Literal('denied')]),
    ),
    isStaff: orNull(Type.Boolean()),
  },
  closed,
);

/** The list in which a product was chosen, and its position there from 1. */
const place = Type.Object(
  {
    productId: Type.String({ minLength: 1, maxLength: LIMITS.maxId }),
    listName: Type.String({ minLength: 1, maxLength: LIMITS.maxText }),
    position: orNull(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  },
  closed,
);

/** The browser of an order, for the event of the order; consent limits its use. */
const visitor = Type.Object(
  {
    clientId: orNull(Type.String({ minLength: 1, maxLength: LIMITS.maxId })),
    sessionId: orNull(Type.String({ minLength: 1, maxLength: LIMITS.maxId })),
    pageUrl: orNull(Type.String({ maxLength: LIMITS.maxUrl })),
    places: Type.Optional(Type.Array(place, { maxItems: 50 })),
  },
  closed,
);

/** The input of each operation. An operation that is not listed here does not exist. */
export const OPERATION_INPUTS = {
  getHomePage: Type.Object({}, closed),
  listCategory: Type.Object(
    {
      slug,
      brand: Type.Optional(Type.String({ maxLength: 60 })),
      sort: Type.Optional(Type.Union(SORT_ORDERS.map((order) => Type.Literal(order)))),
      page,
    },
    closed,
  ),
  findProduct: Type.Object({ slug }, closed),
  listProducts: Type.Object({ productIds: Type.Array(productId, { maxItems: 50 }) }, closed),
  search: Type.Object({ term: Type.String({ maxLength: 1000 }), page }, closed),
  suggest: Type.Object({ term: Type.String({ maxLength: 1000 }) }, closed),
  getCart: Type.Object({ cartKey: key }, closed),
  addToCart: Type.Object(
    {
      cartKey: orNull(key),
      /** The customer of a new cart; null for a shopper who is not signed in. */
      customerId: orNull(customerId),
      productId,
      quantity: Type.Integer({ minimum: 1, maximum: MAX_QUANTITY }),
    },
    closed,
  ),
  setQuantity: Type.Object(
    { cartKey: key, productId, quantity: Type.Integer({ minimum: 0, maximum: MAX_QUANTITY }) },
    closed,
  ),
  saveCheckout: Type.Object(
    {
      cartKey: key,
      delivery: Type.Optional(delivery),
      payment: Type.Optional(Type.Union(PAYMENT_METHODS.map((method) => Type.Literal(method)))),
    },
    closed,
  ),
  /** An empty code takes the coupon out. */
  applyCoupon: Type.Object({ cartKey: key, code: Type.String({ maxLength: 60 }) }, closed),
  welcomeCustomer: Type.Object(
    {
      customer: Type.Object(
        {
          customerId,
          email: Type.String({ maxLength: 254 }),
          name: Type.String({ maxLength: 200 }),
          /** True when the user pool has confirmed that the address is theirs. */
          emailIsConfirmed: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
      cartKey: orNull(key),
    },
    closed,
  ),
  placeOrder: Type.Object(
    {
      cartKey: key,
      customerId: orNull(customerId),
      /**
       * The total that the shopper agreed to; if today's differs, the order is refused with
       * `total_changed`.
       */
      expectedTotal: Type.Integer({ minimum: 0 }),
      origin: Type.Optional(origin),
      visitor: Type.Optional(visitor),
    },
    closed,
  ),
  getOrder: Type.Object({ orderId, viewer }, closed),
  listOrders: Type.Object({ customerId, page }, closed),
  listAddresses: Type.Object({ customerId }, closed),
  keepAddress: Type.Object(
    {
      customer,
      address: Type.Pick(delivery, ['name', 'phone', 'address', 'ward', 'province'], closed),
    },
    closed,
  ),
  removeAddress: Type.Object({ customerId, addressId: Type.String({ pattern: UUID }) }, closed),
  cancelOrder: Type.Object({ orderId, viewer, reason }, closed),
  requestReturn: Type.Object({ orderId, viewer, reason }, closed),
  startPayment: Type.Object({ orderId, viewer }, closed),
  settlePayment: Type.Object(
    {
      paymentId,
      outcome: Type.Union([Type.Literal('succeeded'), Type.Literal('declined')]),
      reason,
    },
    closed,
  ),
  duePaymentRefunds: Type.Object({}, closed),
  settlePaymentRefund: Type.Object({ refundId: paymentId }, closed),
  deskToday: Type.Object({}, closed),
  deskOrders: Type.Object({ status: Type.Optional(status), page }, closed),
  deskOrder: Type.Object({ orderId }, closed),
  deskChangeOrder: Type.Object({ orderId, to: status, actor, note: reason }, closed),
  deskRefund: Type.Object(
    {
      orderId,
      amount: Type.Integer({ minimum: 1 }),
      reason: Type.String({ minLength: 1, maxLength: 500 }),
      /** The same key again is the same refund. */
      idempotencyKey: Type.String({ minLength: 1, maxLength: 100 }),
      actor,
    },
    closed,
  ),
  deskProducts: Type.Object({}, closed),
  deskCoupons: Type.Object({}, closed),
  deskAddCoupon: Type.Object(
    {
      actor,
      code: Type.String({ maxLength: 60 }),
      percent: orNull(Type.Integer({ minimum: 1, maximum: 90 })),
      amount: orNull(Type.Integer({ minimum: 1 })),
      minimum: Type.Integer({ minimum: 0 }),
      /** ISO 8601; null for now, and for always. */
      validFrom: orNull(Type.String({ maxLength: 40 })),
      validTo: orNull(Type.String({ maxLength: 40 })),
      mostUses: orNull(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    },
    closed,
  ),
  deskEndCoupon: Type.Object({ code: Type.String({ maxLength: 20 }), actor }, closed),
  deskMails: Type.Object({ page }, closed),
  ...REVIEW_INPUTS,
  ...SIGN_IN_INPUTS,
  deskChangeProduct: Type.Object(
    {
      productId,
      actor,
      pieces: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
      /** The stock that the caller saw: sales since then are not undone. */
      piecesSeen: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
      price: Type.Integer({ minimum: 1 }),
      discountPrice: orNull(Type.Integer({ minimum: 1 })),
    },
    closed,
  ),
};

export type ShopOperation = keyof typeof OPERATION_INPUTS;
export type OperationInputs = { [Name in ShopOperation]: Static<(typeof OPERATION_INPUTS)[Name]> };

/** True for the name of an operation that may be called from outside. */
export function isShopOperation(name: unknown): name is ShopOperation {
  return typeof name === 'string' && Object.hasOwn(OPERATION_INPUTS, name);
}

/**
 * Checks the input of an operation, and removes what no database can hold from its texts.
 *
 * @throws ShopError `bad_input`, naming the first faulty field
 */
export function checkInput<Name extends ShopOperation>(name: Name, input: unknown): OperationInputs[Name] {
  const schema: TSchema = OPERATION_INPUTS[name];
  const wrong = Value.Errors(schema, input).First();
  if (wrong) throw new ShopError('bad_input', `${name}: ${wrong.path || 'the input'} is not valid.`);
  return storable(input) as OperationInputs[Name];
}
