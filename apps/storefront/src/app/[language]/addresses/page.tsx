import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { knownAddresses } from '../../../addresses/known-addresses';
import { AddressList } from '../../../components/addresses/address-list';
import { NewAddress } from '../../../components/addresses/new-address';
import { Page } from '../../../components/layout/page';
import { ShopLink } from '../../../components/links/shop-link';
import { readIdentity } from '../../../identity/identity';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Your addresses', robots: { index: false } };

/** The address book of the customer who is signed in; for others the sign-in. */
export default async function AddressesPage() {
  const { userId } = await readIdentity();
  if (!userId) redirect('/sign-in?next=/addresses');
  const addresses = await knownAddresses();
  return (
    <Page>
      <div className={styles.book}>
        <h1>Your addresses</h1>
        <p>
          The checkout offers them. <ShopLink href="/account">Your account</ShopLink>
        </p>
        {addresses.length === 0 && <p>You have not kept an address yet.</p>}
        <AddressList addresses={addresses} />
        <h2>A new address</h2>
        {/* Empty again for the next one. */}
        <NewAddress key={addresses.length} />
      </div>
    </Page>
  );
}
