import { type InvokeCommandOutput, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  ShopError,
  type OperationResults,
  type ShopAnswer,
  type ShopOperation,
  type ShopGateway,
} from './gateway';

/** The only call to AWS: invoke the shop's Lambda and return its answer. */
export type InvokeShop = (payload: string) => Promise<string>;

/**
 * The shop through its Lambda, for a storefront outside the private network. Region and rights come
 * from AWS.
 */
export function openLambdaGateway(functionName: string): ShopGateway {
  const client = new LambdaClient({ maxAttempts: 3 });
  return lambdaGateway(async (payload) => {
    const answer = await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(payload) }),
      { abortSignal: AbortSignal.timeout(15_000) },
    );
    return payloadOf(functionName, answer);
  });
}

/**
 * The shop over any function that invokes its Lambda.
 *
 * @throws ShopError from an operation that the shop refuses; Error when the Lambda itself failed
 */
export function lambdaGateway(invoke: InvokeShop): ShopGateway {
  const call =
    <Name extends ShopOperation>(operation: Name) =>
    async (input: unknown): Promise<OperationResults[Name]> => {
      const answer = JSON.parse(await invoke(JSON.stringify({ operation, input }))) as ShopAnswer<Name>;
      if (!answer.ok) throw new ShopError(answer.error.code, answer.error.message);
      return answer.result;
    };

  return {
    getHomePage: call('getHomePage'),
    listCategory: call('listCategory'),
    findProduct: call('findProduct'),
    listProducts: call('listProducts'),
    search: call('search'),
    suggest: call('suggest'),
    getCart: call('getCart'),
    addToCart: call('addToCart'),
    setQuantity: call('setQuantity'),
    saveCheckout: call('saveCheckout'),
    applyCoupon: call('applyCoupon'),
    welcomeCustomer: call('welcomeCustomer'),
    placeOrder: call('placeOrder'),
    getOrder: call('getOrder'),
    listOrders: call('listOrders'),
    listAddresses: call('listAddresses'),
    keepAddress: call('keepAddress'),
    removeAddress: call('removeAddress'),
    cancelOrder: call('cancelOrder'),
    requestReturn: call('requestReturn'),
    startPayment: call('startPayment'),
    settlePayment: call('settlePayment'),
    duePaymentRefunds: call('duePaymentRefunds'),
    settlePaymentRefund: call('settlePaymentRefund'),
    requestSignInCode: call('requestSignInCode'),
    signInByCode: call('signInByCode'),
    renewSignIn: call('renewSignIn'),
    endSignIn: call('endSignIn'),
    signInKeys: call('signInKeys'),
    deskToday: call('deskToday'),
    deskOrders: call('deskOrders'),
    deskOrder: call('deskOrder'),
    deskChangeOrder: call('deskChangeOrder'),
    deskRefund: call('deskRefund'),
    deskProducts: call('deskProducts'),
    deskChangeProduct: call('deskChangeProduct'),
    deskCoupons: call('deskCoupons'),
    deskAddCoupon: call('deskAddCoupon'),
    deskEndCoupon: call('deskEndCoupon'),
    deskMails: call('deskMails'),
    listReviews: call('listReviews'),
    openReview: call('openReview'),
    writeReview: call('writeReview'),
    deskReviews: call('deskReviews'),
    deskJudgeReview: call('deskJudgeReview'),
  };
}

function payloadOf(functionName: string, { FunctionError, Payload }: InvokeCommandOutput): string {
  const text = Buffer.from(Payload ?? []).toString('utf8');
  if (FunctionError) throw new Error(`${functionName} failed (${FunctionError}): ${text.slice(0, 300)}`);
  return text;
}
