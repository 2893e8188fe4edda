import type { Metadata } from 'next';
import { Pages } from '../../../components/category/pages';
import { ButtonLink } from '../../../components/links/button-link';
import { EmptyState } from '../../../components/layout/empty-state';
import { Page } from '../../../components/layout/page';
import { ShopLink } from '../../../components/links/shop-link';
import { OrderRow } from '../../../components/orders/order-row';
import { addressWith, pageNumber, type Query } from '../../../formatting/query';
import { readIdentity } from '../../../identity/identity';
import { shop } from '../../../shop';
import { leadTo, shownWords } from '../../../language/shown-language';
import styles from './page.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).order.list.title, robots: { index: false } };
}

/** The orders of the customer who is signed in; for others the sign-in. */
export default async function OrdersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { userId }, { order: words, account }] = await Promise.all([
    searchParams,
    readIdentity(),
    shownWords(),
  ]);
  if (!userId) return leadTo('/sign-in?next=/orders');
  const list = await (await shop()).listOrders({ customerId: userId, page: pageNumber(query) });

  return (
    <Page>
      <p className={styles.account}>
        <ShopLink href="/account">{account.own.title}</ShopLink>
      </p>
      {list.total === 0 ? (
        <EmptyState title={words.list.none} text={words.list.noneText}>
          <ButtonLink href="/">{words.list.offers}</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <h1 className={styles.title}>{words.list.title}</h1>
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
