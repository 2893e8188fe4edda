'use client';

import { createContext, use, useMemo, useOptimistic, useState, type ReactNode } from 'react';
import type { Cart, Product } from '../shop/gateway';
import { trackCartChange } from '../tracking/track-cart';
import { addToCart, setQuantity, type CartAnswer } from './actions';
import { withChange } from './optimistic-cart';

interface CartContext {
  /** The cart as the shopper expects it: changes show before the shop has answered. */
  readonly cart: Cart | null;
  /** Reason for which the last change was refused, or null. */
  readonly problem: string | null;
  /** Adds one piece. Call it inside a form action or a transition. */
  add(product: Product): Promise<void>;
  /** Sets the quantity of a product; 0 removes it. Call it inside a form action or a transition. */
  set(product: Product, quantity: number): Promise<void>;
}

const Context = createContext<CartContext | null>(null);

/**
 * Holds the cart for every client component below it. `cart` is the shop's cart, from the server.
 */
export function CartProvider({ cart, children }: { cart: Cart | null; children: ReactNode }) {
  const [expected, expect] = useOptimistic(cart, withChange);
  const [problem, setProblem] = useState<string | null>(null);

  const value = useMemo<CartContext>(() => {
    const take = (product: Product, answer: CartAnswer) => {
      setProblem(answer.problem ?? null);
      if (answer.cart) trackCartChange(product, expected, answer.cart);
    };
    return {
      cart: expected,
      problem,
      async add(product) {
        expect({ kind: 'add', product });
        take(product, await addToCart(product.id));
      },
      async set(product, quantity) {
        expect({ kind: 'set', productId: product.id, quantity });
        take(product, await setQuantity(product.id, quantity));
      },
    };
  }, [expected, expect, problem]);
  return <Context value={value}>{children}</Context>;
}

/** The cart of this browser and its actions. */
export function useCart(): CartContext {
  const context = use(Context);
  if (!context) throw new Error('useCart() works only inside CartProvider.');
  return context;
}
