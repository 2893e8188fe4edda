import { browserStorage } from '@clickstream/tracker';

const KEY = 'sbw.wishlist';
const storage = browserStorage();
const listeners = new Set<() => void>();

/** Tests if a product is in this browser's wishlist. */
export function isWished(productId: string): boolean {
  return wishes().includes(productId);
}

/** Wishes for a product, or no longer does. @returns whether it is wished for now */
export function toggleWish(productId: string): boolean {
  const others = wishes().filter((id) => id !== productId);
  const wished = others.length === wishes().length;
  storage.set(KEY, (wished ? [productId, ...others] : others).join(' '));
  listeners.forEach((listener) => listener());
  return wished;
}

/** Calls `listener` whenever the wishes change, in this tab or another. Returns how to stop. */
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
