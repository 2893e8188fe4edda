'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { signInAddress } from '../../../account/sign-in-address';
import { ShopLink } from '../../links/shop-link';
import { PersonIcon } from '../icons';
import styles from './account-menu.module.css';

/**
 * A link to the sign-in, which leads back to the page that it is on. HTML that comes from a cache
 * does not know its address: there, the sign-in takes the page before.
 */
export function SignInLink() {
  return (
    <Suspense fallback={<Entry href="/sign-in" />}>
      <LinkFromHere />
    </Suspense>
  );
}

function LinkFromHere() {
  return <Entry href={signInAddress(usePathname(), useSearchParams())} />;
}

function Entry({ href }: { href: string }) {
  return (
    <ShopLink href={href} className={styles.entry}>
      <PersonIcon />
      <span>Sign in</span>
    </ShopLink>
  );
}
