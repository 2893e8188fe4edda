'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { signInAddress } from '../../../account/sign-in-address';
import { ShopLink } from '../../links/shop-link';
import { PersonIcon } from '../icons';
import styles from './account-menu.module.css';

/** A link to the sign-in, which leads back to the page that it is on. */
export function SignInLink() {
  return (
    <ShopLink href={signInAddress(usePathname(), useSearchParams())} className={styles.entry}>
      <PersonIcon />
      <span>Sign in</span>
    </ShopLink>
  );
}
