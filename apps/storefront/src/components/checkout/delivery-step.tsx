import { knownAddresses } from '../../addresses/known-addresses';
import type { Identity } from '../../identity/identity';
import { shownWords } from '../../language/shown-language';
import type { Cart } from '../../shop';
import { around } from '../../words/sentences';
import { ChooseAddress } from '../addresses/choose-address';
import { ShopLink } from '../links/shop-link';
import { DeliveryForm } from './delivery-form';
import styles from './delivery-step.module.css';

interface DeliveryStepProps {
  readonly cart: Cart;
  readonly identity: Identity;
  /** The id of a kept address to fill the form with. */
  readonly chosen: string | undefined;
}

/** The first step of the checkout, filled with what is known. */
export async function DeliveryStep({ cart, identity: { shopper }, chosen }: DeliveryStepProps) {
  const [addresses, { checkout: words }] = await Promise.all([knownAddresses(), shownWords()]);
  const [before, after] = around(words.guest, 'signIn');
  const { contact, place, optional, delivery, deliveries, free } = words;
  const kept = addresses.find(({ addressId }) => addressId === chosen);
  const entered = cart.checkout.delivery ?? (shopper ? { name: shopper.name, email: shopper.email } : {});
  return (
    <>
      {!shopper && (
        <p className={styles.signIn}>
          {before}
          <ShopLink href="/sign-in?next=/checkout">{words.signIn}</ShopLink>
          {after}
        </p>
      )}
      <ChooseAddress addresses={addresses} />
      <DeliveryForm
        key={kept?.addressId}
        known={{ ...entered, ...kept }}
        subtotal={cart.subtotal}
        isKeepable={shopper !== null}
        words={{ contact, place, optional, delivery, deliveries, free }}
      />
    </>
  );
}
