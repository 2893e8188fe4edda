import type { KeptAddress } from '../../shop/gateway';
import { ShopLink } from '../links/shop-link';
import styles from './choose-address.module.css';

/** Links that fill the form of the delivery with a kept address. */
export function ChooseAddress({ addresses }: { addresses: readonly KeptAddress[] }) {
  if (addresses.length === 0) return null;
  return (
    <nav aria-label="Your addresses" className={styles.addresses}>
      <p>Deliver to one of your addresses:</p>
      <ul>
        {addresses.map(({ addressId, name, address, ward }) => (
          <li key={addressId}>
            <ShopLink href={`/checkout?step=delivery&address=${addressId}`}>
              {name}, {address}, {ward}
            </ShopLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
