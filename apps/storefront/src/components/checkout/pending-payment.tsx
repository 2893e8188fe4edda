'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { Words } from '../../words';
import { ShopLink } from '../links/shop-link';
import styles from './pay-form.module.css';

const LOOK_AGAIN_MS = 3_000;

interface PendingPaymentProps {
  readonly orderId: string;
  readonly words: Words['order']['pending'];
}

/** A payment without an answer yet. The page looks again by itself, or by its link. */
export function PendingPayment({ orderId, words }: PendingPaymentProps) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <section aria-labelledby="pending" className={styles.pay}>
      <h2 id="pending">{words.title}</h2>
      <p role="status">{words.text}</p>
      <ShopLink href={`/order/${orderId}`}>{words.again}</ShopLink>
    </section>
  );
}
