const VND = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });

/** An amount in VND in the shop's format: `45.990.000 ₫`. */
export function formatMoney(amount: number): string {
  return VND.format(amount);
}

/** Saving of an offer, as `−12%`. */
export function formatSaving(price: number, discountPrice: number): string {
  return `−${Math.round((1 - discountPrice / price) * 100)}%`;
}
