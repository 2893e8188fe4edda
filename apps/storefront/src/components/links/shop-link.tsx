'use client';

import Link from 'next/link';
import type { ComponentProps } from 'react';
import { useAddress } from '../../language/language-provider';
import { PendingBar } from './pending-bar';

interface ShopLinkProps extends ComponentProps<typeof Link> {
  /** Path of a page, without a language: the link stays in that of the page. */
  readonly href: string;
}

/**
 * A link within the shop. Pages are rendered for one visitor at one moment, so none is prefetched:
 * that would query the database for every product in view. While a page loads, a progress bar shows
 * at the top.
 */
export function ShopLink({ href, children, ...link }: ShopLinkProps) {
  const addressOf = useAddress();
  return (
    <Link prefetch={false} {...link} href={addressOf(href)}>
      {children}
      <PendingBar />
    </Link>
  );
}
