import type { Session } from './hits';

/** A hit that reports an order. */
export interface OrderHit {
  readonly orderId: string;
  readonly time: number;
  readonly revenue: number;
  readonly tax: number;
  readonly shipping: number;
  readonly products: number;
  readonly pieces: number;
}

/**
 * Every hit that reports an order, in the order in which they happened. Amounts are in millionths.
 */
export function orderHitsOf(sessions: readonly Session[]): OrderHit[] {
  const hits = sessions.flatMap((session) =>
    session.hits.flatMap((hit, index) => {
      const { transactionId, transactionRevenue, transactionTax, transactionShipping } =
        hit.transaction ?? {};
      if (!transactionId) return [];
      const lines = hit.product ?? [];
      const sum = (valueOf: (line: Readonly<Record<string, unknown>>) => number) =>
        lines.reduce((total, product) => total + valueOf(product), 0);
      return {
        index,
        orderId: String(transactionId),
        time: Number(session.visitStartTime) * 1_000 + Number(hit.time),
        revenue: Number(transactionRevenue ?? 0),
        tax: Number(transactionTax ?? 0),
        shipping: Number(transactionShipping ?? 0),
        products: sum(
          ({ productPrice, productQuantity }) => Number(productPrice) * Number(productQuantity ?? 0),
        ),
        pieces: sum(({ productQuantity }) => Number(productQuantity ?? 0)),
      };
    }),
  );
  return hits.sort((one, other) => one.time - other.time || one.index - other.index);
}

/** One of the hits of each order. */
export function onePerOrder(hits: readonly OrderHit[], which: 'first' | 'last with revenue'): OrderHit[] {
  const chosen = new Map<string, OrderHit>();
  for (const hit of hits) {
    const isChosen =
      which === 'first' ? !chosen.has(hit.orderId) : hit.revenue > 0 || !chosen.has(hit.orderId);
    if (isChosen) chosen.set(hit.orderId, hit);
  }
  return [...chosen.values()];
}

/** A sum of millionths, in the currency itself. */
export function inCurrency(hits: readonly OrderHit[], amountOf: (hit: OrderHit) => number): string {
  const millionths = hits.reduce((sum, hit) => sum + amountOf(hit), 0);
  return String(millionths / 1e6);
}
