import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Page } from '../../../components/layout/page';
import { ShopLink } from '../../../components/links/shop-link';
import { readConfig } from '../../../config';
import { isAtDesk } from '../../../identity/id-token';
import { readIdentity } from '../../../identity/identity';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };

/** Who is signed in, and the ways to what is theirs; for others the sign-in. */
export default async function AccountPage() {
  const { shopper } = await readIdentity();
  if (!shopper) redirect('/sign-in?next=/account');
  return (
    <Page narrow>
      <h1 className={styles.title}>Your account</h1>
      <dl className={styles.who}>
        <dt>Name</dt>
        <dd>{shopper.name}</dd>
        <dt>Email</dt>
        <dd>{shopper.email}</dd>
      </dl>
      <ul className={styles.ways}>
        <li>
          <ShopLink href="/orders">Your orders</ShopLink>
        </li>
        <li>
          <ShopLink href="/addresses">Your addresses</ShopLink>
        </li>
        <li>
          <ShopLink href="/wishlist">Your wishlist</ShopLink>
        </li>
        {readConfig().signIn.kind === 'cognito' && (
          <li>
            <ShopLink href="/forgot-password">Choose a new password</ShopLink>
          </li>
        )}
        {isAtDesk(shopper) && (
          <li>
            {/* Not a link of the shop: the desk is not counted, nor loaded here. */}
            <a href="/desk">Go to the desk</a>
          </li>
        )}
      </ul>
    </Page>
  );
}
