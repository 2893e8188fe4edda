'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { ShopLink } from '../links/shop-link';
import styles from './pay-form.module.css';

const LOOK_AGAIN_MS = 3_000;

/** A payment without an answer yet. The page looks again by itself, or by its link. */
export function PendingPayment({ orderId }: { orderId: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <section aria-labelledby="pending" className={styles.pay}>
      <h2 id="pending">The bank has not answered yet.</h2>
      <p role="status">Do not pay again. This page shows the answer once it is here.</p>
      <ShopLink href={`/order/${orderId}`}>Look again</ShopLink>
    </section>
  );
}
