import type { DataSource } from 'typeorm';
import { checkInput, type OperationInputs, type ShopOperation } from './contract/operation-inputs';
import { keepAddress, listAddresses, removeAddress } from './operations/addresses/address-book';
import { addToCart, saveCheckout, setQuantity } from './operations/change-cart';
import { applyCoupon } from './operations/apply-coupon';
import { deskAddCoupon, deskCoupons, deskEndCoupon } from './operations/desk/desk-coupons';
import { deskMails } from './operations/desk/desk-mails';
import { deskChangeOrder, deskRefund } from './operations/desk/change-order-at-desk';
import { deskOrder, deskOrders } from './operations/desk/desk-orders';
import { deskChangeProduct, deskProducts } from './operations/desk/desk-products';
import { deskToday } from './operations/desk/desk-today';
import { findProduct, listProducts } from './operations/find-product';
import { getHomePage } from './operations/get-home-page';
import { cancelOrder, listOrders, requestReturn } from './operations/orders/customer-orders';
import { getOrder } from './operations/orders/get-order';
import { listCategory } from './operations/list-category';
import { placeOrder } from './operations/orders/place-order';
import { duePaymentRefunds, settlePaymentRefund } from './operations/orders/payment-refunds';
import { settlePayment } from './operations/payments/settle-payment';
import { startPayment } from './operations/payments/start-payment';
import { endSignIn, renewSignIn } from './operations/sign-in/sessions';
import { requestSignInCode } from './operations/sign-in/request-code';
import { signInByCode } from './operations/sign-in/sign-in-by-code';
import { signInKeys } from './operations/sign-in/signing-keys';
import { getCart } from './operations/read-cart';
import { searchProducts, suggestProducts } from './operations/search-products';
import { deskJudgeReview, deskReviews } from './operations/reviews/desk-reviews';
import { listReviews } from './operations/reviews/list-reviews';
import { openReview, writeReview } from './operations/reviews/write-review';
import { welcomeCustomer } from './operations/welcome-customer';
import type { Operation, OperationResults, ShopOperations } from './contract/shop-contract';

/**
 * The shop over an initialised data source. Every input is checked once, here, whoever calls.
 *
 * @throws ShopError from any operation that refuses, `bad_input` before a database query
 */
export function createShop(dataSource: DataSource): ShopOperations {
  const validated =
    <Name extends ShopOperation>(
      name: Name,
      operation: (source: DataSource, input: OperationInputs[Name]) => Promise<OperationResults[Name]>,
    ): Operation<Name> =>
    async (input) =>
      operation(dataSource, checkInput(name, input));

  return {
    getHomePage: validated('getHomePage', getHomePage),
    listCategory: validated('listCategory', listCategory),
    findProduct: validated('findProduct', findProduct),
    listProducts: validated('listProducts', listProducts),
    search: validated('search', searchProducts),
    suggest: validated('suggest', suggestProducts),
    getCart: validated('getCart', getCart),
    addToCart: validated('addToCart', addToCart),
    setQuantity: validated('setQuantity', setQuantity),
    saveCheckout: validated('saveCheckout', saveCheckout),
    applyCoupon: validated('applyCoupon', applyCoupon),
    welcomeCustomer: validated('welcomeCustomer', welcomeCustomer),
    placeOrder: validated('placeOrder', placeOrder),
    getOrder: validated('getOrder', getOrder),
    listOrders: validated('listOrders', listOrders),
    listAddresses: validated('listAddresses', listAddresses),
    keepAddress: validated('keepAddress', keepAddress),
    removeAddress: validated('removeAddress', removeAddress),
    cancelOrder: validated('cancelOrder', cancelOrder),
    requestReturn: validated('requestReturn', requestReturn),
    startPayment: validated('startPayment', startPayment),
    settlePayment: validated('settlePayment', settlePayment),
    duePaymentRefunds: validated('duePaymentRefunds', duePaymentRefunds),
    settlePaymentRefund: validated('settlePaymentRefund', settlePaymentRefund),
    requestSignInCode: validated('requestSignInCode', requestSignInCode),
    signInByCode: validated('signInByCode', signInByCode),
    renewSignIn: validated('renewSignIn', renewSignIn),
    endSignIn: validated('endSignIn', endSignIn),
    signInKeys: validated('signInKeys', signInKeys),
    deskToday: validated('deskToday', deskToday),
    deskOrders: validated('deskOrders', deskOrders),
    deskOrder: validated('deskOrder', deskOrder),
    deskChangeOrder: validated('deskChangeOrder', deskChangeOrder),
    deskRefund: validated('deskRefund', deskRefund),
    deskProducts: validated('deskProducts', deskProducts),
    deskChangeProduct: validated('deskChangeProduct', deskChangeProduct),
    deskCoupons: validated('deskCoupons', deskCoupons),
    deskAddCoupon: validated('deskAddCoupon', deskAddCoupon),
    deskEndCoupon: validated('deskEndCoupon', deskEndCoupon),
    deskMails: validated('deskMails', deskMails),
    listReviews: validated('listReviews', listReviews),
    openReview: validated('openReview', openReview),
    writeReview: validated('writeReview', writeReview),
    deskReviews: validated('deskReviews', deskReviews),
    deskJudgeReview: validated('deskJudgeReview', deskJudgeReview),
  };
}
