'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { rememberSeen, seenIn, seenText, type SeenProduct } from '../../../recently-seen/seen';
import { ShopLink } from '../../links/shop-link';
import styles from './recently-seen.module.css';

const neverChanges = () => () => undefined;

/**
 * The products that this browser has seen before the one of this page, if its shopper lets it
 * remember them.
 */
export function RecentlySeen({ product, title }: { product: SeenProduct; title: string }) {
  const text = useSyncExternalStore(neverChanges, seenText, () => '[]');
  const { slug, name, picture } = product;
  useEffect(() => rememberSeen({ slug, name, picture }), [slug, name, picture]);
  const others = seenIn(text).filter((seen) => seen.slug !== slug);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="recently-seen" className={styles.seen}>
      <h2 id="recently-seen">{title}</h2>
      <ul>
        {others.slice(0, 6).map((seen) => (
          <li key={seen.slug}>
            <ShopLink href={`/product/${seen.slug}`}>
              <img src={seen.picture} alt="" width="368" height="276" loading="lazy" />
              {seen.name}
            </ShopLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
