'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { signInAddress } from '../../../account/sign-in-address';
import type { Words } from '../../../words';
import { ShopLink } from '../../links/shop-link';
import { PersonIcon } from '../icons';
import styles from './account-menu.module.css';

/**
 * A link to the sign-in, which leads back to the page that it is on. HTML that comes from a cache
 * does not know its address: there, the sign-in takes the page before.
 */
export function SignInLink({ words }: { words: Words['frame']['personal'] }) {
  return (
    <Suspense fallback={<Entry href="/sign-in" label={words.signIn} />}>
      <LinkFromHere label={words.signIn} />
    </Suspense>
  );
}

function LinkFromHere({ label }: { label: string }) {
  return <Entry href={signInAddress(usePathname(), useSearchParams())} label={label} />;
}

function Entry({ href, label }: { href: string; label: string }) {
  return (
    <ShopLink href={href} className={styles.entry}>
      <PersonIcon />
      <span>{label}</span>
    </ShopLink>
  );
}
