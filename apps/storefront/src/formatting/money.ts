/**
 * A whole amount in VND in the shop's format: `45.990.000 ₫`. Written out here, since browsers make
 * a formatter of Intl slowly, and every page with a price would wait for it.
 */
export function formatMoney(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}\u00A0₫`;
}

/** Saving of an offer, as `−12%`. */
export function formatSaving(price: number, discountPrice: number): string {
  return `−${Math.round((1 - discountPrice / price) * 100)}%`;
}
