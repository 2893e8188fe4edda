'use client';

import { useState } from 'react';
import type { Product } from '../../shop/gateway';
import { track } from '../../tracking/storefront-tracker';
import { toTrackedProduct } from '../../tracking/tracked-product';
import type { Words } from '../../words';
import { ShareIcon } from '../layout/icons';
import styles from './small-button.module.css';

interface ShareButtonProps {
  readonly product: Product;
  readonly words: Words['product']['share'];
}

/** Shares a product's address by the device's dialog, or copies it where there is none. */
export function ShareButton({ product, words }: ShareButtonProps) {
  const [label, setLabel] = useState(words.button);

  async function share() {
    try {
      const channel = await handOver(product.name);
      track('share_click', { product: toTrackedProduct(product), channel });
      if (channel === 'copy_link') setLabel(words.copied);
    } catch (error) {
      // Closing the device's dialog is not an error.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setLabel(words.copyByHand);
    }
  }

  return (
    <button type="button" className={styles.button} onClick={share}>
      <ShareIcon />
      <span aria-live="polite">{label}</span>
    </button>
  );
}

async function handOver(title: string): Promise<'share_sheet' | 'copy_link'> {
  const url = location.origin + location.pathname;
  if ('share' in navigator) {
    await navigator.share({ title, url });
    return 'share_sheet';
  }
  await (navigator as Navigator).clipboard.writeText(url);
  return 'copy_link';
}
