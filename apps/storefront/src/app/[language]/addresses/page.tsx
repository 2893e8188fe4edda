import type { Metadata } from 'next';
import { knownAddresses } from '../../../addresses/known-addresses';
import { AddressList } from '../../../components/addresses/address-list';
import { NewAddress } from '../../../components/addresses/new-address';
import { Page } from '../../../components/layout/page';
import { ShopLink } from '../../../components/links/shop-link';
import { readIdentity } from '../../../identity/identity';
import { leadTo, shownWords } from '../../../language/shown-language';
import styles from './page.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).account.addresses.title, robots: { index: false } };
}

/** The address book of the customer who is signed in; for others the sign-in. */
export default async function AddressesPage() {
  const { userId } = await readIdentity();
  if (!userId) return leadTo('/sign-in?next=/addresses');
  const [addresses, { account, checkout }] = await Promise.all([knownAddresses(), shownWords()]);
  const { title, intro, none, another, keep, remove, removeOf } = account.addresses;
  const { name, phone } = checkout.contact;
  return (
    <Page>
      <div className={styles.book}>
        <h1>{title}</h1>
        <p>
          {intro} <ShopLink href="/account">{account.own.title}</ShopLink>
        </p>
        {addresses.length === 0 && <p>{none}</p>}
        <AddressList addresses={addresses} words={{ remove, removeOf }} />
        <h2>{another}</h2>
        {/* Empty again for the next one. */}
        <NewAddress key={addresses.length} words={{ name, phone, place: checkout.place }} button={keep} />
      </div>
    </Page>
  );
}
