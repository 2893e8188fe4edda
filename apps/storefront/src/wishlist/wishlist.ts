import { browserStorage } from '@clickstream/tracker';

const KEY = 'sbw.wishlist';
const storage = browserStorage();
const listeners = new Set<() => void>();

/** Tests if a product is in this browser's wishlist. */
export function isWished(productId: string): boolean {
  return wishes().includes(productId);
}

/** Adds a product to the wishlist, or removes it. @returns true if it is in the list now */
export function toggleWish(productId: string): boolean {
  const others = wishes().filter((id) => id !== productId);
  const wished = others.length === wishes().length;
  storage.set(KEY, (wished ? [productId, ...others] : others).join(' '));
  listeners.forEach((listener) => listener());
  return wished;
}

/** Calls `listener` whenever the wishlist changes, in this tab or another, until it is stopped. */
export function followWishes(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

function wishes(): string[] {
  return (storage.get(KEY) ?? '').split(' ').filter(Boolean);
}
