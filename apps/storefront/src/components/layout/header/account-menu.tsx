import { signOut } from '../../../account/actions';
import type { SignedInShopper } from '../../../identity/id-token';
import { TrackedForm } from '../../../tracking/tracked-form';
import styles from './account-menu.module.css';
import { PersonIcon } from '../icons';
import { ShopLink } from '../../links/shop-link';

/** A link to the sign-in, or the shopper's name with a sign-out. */
export function AccountMenu({ shopper }: { shopper: SignedInShopper | null }) {
  if (!shopper) {
    return (
      <ShopLink href="/sign-in" className={styles.entry}>
        <PersonIcon />
        <span>Sign in</span>
      </ShopLink>
    );
  }
  return (
    <TrackedForm action={signOut} event={['logout']} className={styles.signedIn}>
      <span className={styles.name} title={shopper.email}>
        {shopper.name || shopper.email}
      </span>
      <button type="submit" className={styles.entry}>
        Sign out
      </button>
    </TrackedForm>
  );
}
