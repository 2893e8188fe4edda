'use client';

import { usePathname } from 'next/navigation';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Cart } from '../shop/gateway';
import { readVisitor, useVisitor } from '../visitor/use-visitor';

/** The cart as the shop has it; undefined while the page does not know it. */
export type KnownCart = Cart | null | undefined;

/** The shop's cart, as far as the page knows it. */
export interface ShownCart {
  readonly cart: KnownCart;
  /** Takes a cart that the shop has sent. */
  take(cart: KnownCart): void;
  /** Asks the shop, once however many need it; null for an empty cart, or without an answer. */
  load(): Promise<Cart | null>;
}

/**
 * Holds the shop's cart. HTML from a cache has none, so it is fetched where it is needed, and again
 * after another customer has come or another tab has changed it.
 */
export function useShownCart(): ShownCart {
  const [cart, setCart] = useState<KnownCart>(undefined);
  const asked = useRef<Promise<Cart | null>>(undefined);
  const path = usePathname();
  const { userId } = useVisitor().shopper;

  const take = useCallback((answer: KnownCart) => startTransition(() => setCart(answer)), []);
  useEffect(() => {
    const { pieces } = readVisitor();
    setCart((known) => (known && known.quantity !== pieces ? undefined : known));
  }, [path, userId]);

  const load = useCallback(() => {
    asked.current ??= fetchCart()
      .then((answer) => {
        take(answer);
        return answer;
      })
      .catch(() => null)
      .finally(() => (asked.current = undefined));
    return asked.current;
  }, [take]);
  return useMemo(() => ({ cart, take, load }), [cart, take, load]);
}

async function fetchCart(): Promise<Cart | null> {
  if (readVisitor().pieces === 0) return null;
  const response = await fetch('/cart/contents', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The shop answered ${response.status} to the question for the cart.`);
  return (await response.json()) as Cart | null;
}
