'use client';

import { unstable_rethrow } from 'next/navigation';
import { createContext, use, useLayoutEffect, useMemo, useOptimistic, useState, type ReactNode } from 'react';
import { useShown } from '../language/language-provider';
import type { Cart, Product } from '../shop/gateway';
import { trackCartChange } from '../tracking/track-cart';
import { noticeVisitor, useVisitor } from '../visitor/use-visitor';
import { addToCart, setQuantity, type CartAnswer } from './actions';
import { withChange } from './optimistic-cart';
import { useShownCart, type KnownCart } from './shown-cart';

interface CartProblem {
  readonly productId: string;
  readonly text: string;
}

interface CartContext {
  /**
   * The cart as the shopper expects it: changes show before the shop has answered. Undefined while
   * the page does not know it.
   */
  readonly cart: KnownCart;
  /** Pieces in it, which are known from the first moment on. */
  readonly quantity: number;
  /** The product whose last change was refused, and the reason; or null. */
  readonly problem: CartProblem | null;
  /** Takes a cart that a page came with. */
  take(cart: Cart | null): void;
  /** Asks the shop for the cart. */
  load(): Promise<Cart | null>;
  /** Adds pieces. Call it inside a form action or a transition. */
  add(product: Product, quantity: number): Promise<void>;
  /** Sets the quantity of a product; 0 removes it. Call it inside a form action or a transition. */
  set(product: Product, quantity: number): Promise<void>;
}

const Context = createContext<CartContext | null>(null);

/** Holds the cart for every client component below it. */
export function CartProvider({ children }: { children: ReactNode }) {
  const { cart: known, take, load } = useShownCart();
  const [expected, expect] = useOptimistic(known, withChange);
  const [problem, setProblem] = useState<CartProblem | null>(null);
  const { pieces: inCookie } = useVisitor();
  const { noAnswer } = useShown().words;

  const value = useMemo<CartContext>(() => {
    const accept = (product: Product, before: Cart | null, answer: CartAnswer) => {
      setProblem(answer.problem ? { productId: product.id, text: answer.problem } : null);
      noticeVisitor();
      if (answer.cart) trackCartChange(product, before, answer.cart);
      // After a refusal the cart may be another than this page knows.
      if (answer.problem !== noAnswer) take(answer.problem ? undefined : (answer.cart ?? null));
    };
    return {
      cart: expected,
      quantity: expected === undefined ? inCookie : (expected?.quantity ?? 0),
      problem,
      take,
      load,
      async add(product, pieces) {
        if (expected !== undefined || inCookie === 0) expect({ kind: 'add', product, quantity: pieces });
        const before = expected === undefined ? await load() : expected;
        accept(product, before, await answerOf(addToCart(product.id, pieces), noAnswer));
      },
      async set(product, quantity) {
        expect({ kind: 'set', productId: product.id, quantity });
        accept(product, expected ?? null, await answerOf(setQuantity(product.id, quantity), noAnswer));
      },
    };
  }, [expected, expect, problem, inCookie, noAnswer, take, load]);
  return <Context value={value}>{children}</Context>;
}

/** A request that fails changes nothing, which is said in place: the page stays. */
async function answerOf(request: Promise<CartAnswer>, noAnswer: string): Promise<CartAnswer> {
  try {
    return await request;
  } catch (error) {
    unstable_rethrow(error);
    return { problem: noAnswer };
  }
}

/** The cart of this browser and its actions. */
export function useCart(): CartContext {
  const context = use(Context);
  if (!context) throw new Error('useCart() works only inside CartProvider.');
  return context;
}

/** The same on a page that comes with the cart, which has it also without JavaScript. */
export function useCartOfPage(ofPage: Cart | null): CartContext & { readonly cart: Cart | null } {
  const context = useCart();
  const { take } = context;
  useLayoutEffect(() => take(ofPage), [take, ofPage]);
  return { ...context, cart: context.cart === undefined ? ofPage : context.cart };
}
