import { readCart } from '../../../cart/cart-cookie';

const NOT_KEPT = { headers: { 'cache-control': 'private, no-store' } };

/** The cart of this browser as JSON, for pages whose HTML is the same for everybody; or null. */
export async function GET(): Promise<Response> {
  return Response.json(await readCart(), NOT_KEPT);
}
