import Link from 'next/link';
import type { ComponentProps } from 'react';
import { PendingBar } from './pending-bar';

/**
 * A link within the shop. Pages are rendered for one visitor at one moment, so none is prefetched:
 * that would query the database for every product in view. While a page loads, a progress bar shows
 * at the top.
 */
export function ShopLink({ children, ...link }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...link}>
      {children}
      <PendingBar />
    </Link>
  );
}
