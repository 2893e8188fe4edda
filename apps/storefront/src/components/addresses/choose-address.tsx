import { shownWords } from '../../language/shown-language';
import type { KeptAddress } from '../../shop/gateway';
import { ShopLink } from '../links/shop-link';
import styles from './choose-address.module.css';

/** Links that fill the form of the delivery with a kept address. */
export async function ChooseAddress({ addresses }: { addresses: readonly KeptAddress[] }) {
  if (addresses.length === 0) return null;
  const { label, text } = (await shownWords()).checkout.addresses;
  return (
    <nav aria-label={label} className={styles.addresses}>
      <p>{text}</p>
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
