'use client';

import { useHydrated } from '../../../visitor/use-visitor';
import type { Words } from '../../../words';
import { AccountMenu } from './account-menu';
import { CartLink } from './cart-link';
import styles from './site-header.module.css';

/** Account and cart of the visitor; nobody's in the HTML, which is the same for everybody. */
export function Personal({ words }: { words: Words['frame']['personal'] }) {
  return (
    <div className={styles.personal} data-first={!useHydrated() || undefined}>
      <AccountMenu words={words} />
      <CartLink words={words} />
    </div>
  );
}
