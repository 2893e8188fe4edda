/** The most products on a wishlist, so that its cookie stays small. */
export const MOST_WISHES = 50;

/** The ids in the value of the cookie; none of those that cannot be a product's. */
export function wishesFrom(value: string | undefined): readonly string[] {
  const ids = (value ?? '').split('.').filter((id) => /^[\w-]{1,64}$/.test(id));
  return [...new Set(ids)].slice(0, MOST_WISHES);
}

/** The wishes with one more before them, or without it if it was among them. */
export function toggled(wishes: readonly string[], productId: string): readonly string[] {
  const others = wishes.filter((id) => id !== productId);
  return others.length === wishes.length ? [productId, ...wishes].slice(0, MOST_WISHES) : others;
}

/** The value of the cookie. */
export const valueOf = (wishes: readonly string[]): string => wishes.join('.');
