import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Pages } from '../../../components/category/pages';
import { ButtonLink } from '../../../components/forms/button';
import { EmptyState } from '../../../components/layout/empty-state';
import { Page } from '../../../components/layout/page';
import { ShopLink } from '../../../components/links/shop-link';
import { OrderRow } from '../../../components/orders/order-row';
import { addressWith, pageNumber, type Query } from '../../../formatting/query';
import { readIdentity } from '../../../identity/identity';
import { shop } from '../../../shop';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Your orders', robots: { index: false } };

/** The orders of the customer who is signed in; for others the sign-in. */
export default async function OrdersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { userId }] = await Promise.all([searchParams, readIdentity()]);
  if (!userId) redirect('/sign-in?next=/orders');
  const list = await (await shop()).listOrders({ customerId: userId, page: pageNumber(query) });

  return (
    <Page>
      <p className={styles.account}>
        <ShopLink href="/account">Your account</ShopLink>
      </p>
      {list.total === 0 ? (
        <EmptyState title="No orders yet" text="What you order while you are signed in is listed here.">
          <ButtonLink href="/">See this week’s offers</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <h1 className={styles.title}>Your orders</h1>
          <ul className={styles.list}>
            {list.items.map((order) => (
              <li key={order.orderId}>
                <OrderRow order={order} />
              </li>
            ))}
          </ul>
          <Pages
            page={list.page}
            pageCount={list.pageCount}
            hrefFor={(number) => addressWith('/orders', { page: number > 1 ? number : undefined })}
          />
        </>
      )}
    </Page>
  );
}
