'use client';

import type { ReactNode } from 'react';
import { useHydrated, useVisitor } from '../../visitor/use-visitor';
import { useFocusKept } from '../cart/use-focus-kept';

/** A wished product, until it is taken off the list. */
export function StillWished({ productId, children }: { productId: string; children: ReactNode }) {
  const { wishes } = useVisitor();
  return useHydrated() && !wishes.includes(productId) ? null : <li>{children}</li>;
}

/** The list while one of its products is wished; after that what is shown for an empty one. */
export function WhileWished({
  productIds,
  empty,
  children,
}: {
  productIds: readonly string[];
  empty: ReactNode;
  children: ReactNode;
}) {
  const { wishes } = useVisitor();
  const left = useHydrated() ? productIds.filter((id) => wishes.includes(id)).length : productIds.length;
  const page = useFocusKept<HTMLDivElement>(left);
  return <div ref={page}>{left > 0 ? children : empty}</div>;
}
