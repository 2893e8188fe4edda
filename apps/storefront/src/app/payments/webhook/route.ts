import { takePaymentNotice, type NoticeResult } from '../../../shop/payments';

/** Longer than any notice; nobody else is read to the end. */
const LONGEST = 10_000;
const STATUS: Record<NoticeResult, number> = { taken: 200, not_signed: 401, unknown_payment: 404 };

/** Where the payment provider tells what has become of a payment, signed, as often as it likes. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? LONGEST + 1) > LONGEST)
    return Response.json({ result: 'too_long' }, { status: 413 });
  const body = await request.text();
  const result = await takePaymentNotice(body, request.headers.get('payment-signature') ?? '');
  return Response.json({ result }, { status: STATUS[result] });
}
