'use client';

import { unstable_rethrow } from 'next/navigation';
import { createContext, use, useMemo, useOptimistic, useState, type ReactNode } from 'react';
import type { Cart, Product } from '../shop/gateway';
import { trackCartChange } from '../tracking/track-cart';
import { addToCart, setQuantity, type CartAnswer } from './actions';
import { NO_ANSWER } from '../forms/use-safe-action';
import { withChange } from './optimistic-cart';

interface CartProblem {
  readonly productId: string;
  readonly text: string;
}

interface CartContext {
  /** The cart as the shopper expects it: changes show before the shop has answered. */
  readonly cart: Cart | null;
  /** The product whose last change was refused, and the reason; or null. */
  readonly problem: CartProblem | null;
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
  const [problem, setProblem] = useState<CartProblem | null>(null);

  const value = useMemo<CartContext>(() => {
    const take = (product: Product, answer: CartAnswer) => {
      setProblem(answer.problem ? { productId: product.id, text: answer.problem } : null);
      if (answer.cart) trackCartChange(product, expected, answer.cart);
    };
    return {
      cart: expected,
      problem,
      async add(product) {
        expect({ kind: 'add', product });
        take(product, await answerOf(addToCart(product.id)));
      },
      async set(product, quantity) {
        expect({ kind: 'set', productId: product.id, quantity });
        take(product, await answerOf(setQuantity(product.id, quantity)));
      },
    };
  }, [expected, expect, problem]);
  return <Context value={value}>{children}</Context>;
}

/** A request that fails changes nothing, which is said in place: the page stays. */
async function answerOf(request: Promise<CartAnswer>): Promise<CartAnswer> {
  try {
    return await request;
  } catch (error) {
    unstable_rethrow(error);
    return { problem: NO_ANSWER };
  }
}

/** The cart of this browser and its actions. */
export function useCart(): CartContext {
  const context = use(Context);
  if (!context) throw new Error('useCart() works only inside CartProvider.');
  return context;
}
