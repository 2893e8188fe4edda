'use client';

import { useLinkStatus } from 'next/link';
import styles from './pending-bar.module.css';

/** A bar at the top of the window while the page behind the surrounding link is loading. */
export function PendingBar() {
  const { pending } = useLinkStatus();
  return <span className={styles.bar} data-pending={pending || undefined} aria-hidden="true" />;
}
