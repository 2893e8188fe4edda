import type { Metadata } from 'next';
import { Page } from '../../../components/layout/page';
import { ShopLink } from '../../../components/links/shop-link';
import { readConfig } from '../../../config';
import { isAtDesk } from '../../../identity/id-token';
import { readIdentity } from '../../../identity/identity';
import { leadTo, shownWords } from '../../../language/shown-language';
import styles from './page.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).account.own.title, robots: { index: false } };
}

/** Who is signed in, and the ways to what is theirs; for others the sign-in. */
export default async function AccountPage() {
  const [{ shopper }, { account }] = await Promise.all([readIdentity(), shownWords()]);
  if (!shopper) return leadTo('/sign-in?next=/account');
  const words = account.own;
  return (
    <Page narrow>
      <h1 className={styles.title}>{words.title}</h1>
      <dl className={styles.who}>
        <dt>{words.name}</dt>
        <dd>{shopper.name}</dd>
        <dt>{words.email}</dt>
        <dd>{shopper.email}</dd>
      </dl>
      <ul className={styles.ways}>
        <li>
          <ShopLink href="/orders">{words.orders}</ShopLink>
        </li>
        <li>
          <ShopLink href="/addresses">{words.addresses}</ShopLink>
        </li>
        <li>
          <ShopLink href="/wishlist">{words.wishlist}</ShopLink>
        </li>
        {readConfig().signIn.kind === 'cognito' && (
          <li>
            <ShopLink href="/forgot-password">{words.newPassword}</ShopLink>
          </li>
        )}
        {isAtDesk(shopper) && (
          <li>
            {/* Not a link of the shop: the desk is not counted, nor loaded here. */}
            <a href="/desk">{words.desk}</a>
          </li>
        )}
      </ul>
    </Page>
  );
}
