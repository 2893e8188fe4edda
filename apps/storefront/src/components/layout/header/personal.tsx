'use client';

import { useHydrated } from '../../../visitor/use-visitor';
import { AccountMenu } from './account-menu';
import { CartLink } from './cart-link';
import styles from './site-header.module.css';

/** Account and cart of the visitor; nobody's in the HTML, which is the same for everybody. */
export function Personal() {
  return (
    <div className={styles.personal} data-first={!useHydrated() || undefined}>
      <AccountMenu />
      <CartLink />
    </div>
  );
}
