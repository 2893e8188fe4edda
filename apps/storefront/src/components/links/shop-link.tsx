import Link from 'next/link';
import type { ComponentProps } from 'react';
import { PendingBar } from './pending-bar';

/**
 * A link within the shop. Pages are made for one visitor at one moment, so none is fetched before
 * it is asked for: that would read the database for every product that merely shows. Meanwhile a
 * progress bar shows at the top.
 */
export function ShopLink({ children, ...link }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...link}>
      {children}
      <PendingBar />
    </Link>
  );
}
