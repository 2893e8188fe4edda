/** The most VND that the desk takes for a price or a refund: a typing mistake ends here. */
const MOST = 10_000_000_000;

/** An amount in VND as it is typed: `690000`, `690.000`, `690.000 ₫`. 0 for anything else. */
export function amountIn(typed: string): number {
  const digits = typed.replace(/[\s.,₫]/g, '');
  const amount = /^\d{1,12}$/.test(digits) ? Number(digits) : 0;
  return amount <= MOST ? amount : 0;
}

/** A number of pieces as it is typed; null for anything else. */
export function wholeNumberIn(typed: string): number | null {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : null;
}
