import type { ReactNode } from 'react';
import { Page } from '../layout/page';
import { ShopLink } from '../links/shop-link';
import styles from './desk-page.module.css';

const PLACES = [
  { name: 'today', title: 'Today', href: '/desk' },
  { name: 'orders', title: 'Orders', href: '/desk/orders' },
  { name: 'products', title: 'Stock and prices', href: '/desk/products' },
  { name: 'coupons', title: 'Coupons', href: '/desk/coupons' },
  { name: 'reviews', title: 'Reviews', href: '/desk/reviews' },
  { name: 'mail', title: 'Mail', href: '/desk/mail' },
] as const;

interface DeskPageProps {
  readonly place: (typeof PLACES)[number]['name'];
  readonly title: string;
  readonly children: ReactNode;
}

/** The frame of the pages of the desk. */
export function DeskPage({ place, title, children }: DeskPageProps) {
  return (
    <Page>
      <nav aria-label="Desk" className={styles.places}>
        {PLACES.map(({ name, title: words, href }) => (
          <ShopLink key={name} href={href} aria-current={name === place ? 'page' : undefined}>
            {words}
          </ShopLink>
        ))}
      </nav>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </Page>
  );
}
