import { signOut } from '../../../account/actions';
import type { SignedInShopper } from '../../../identity/id-token';
import { TrackedForm } from '../../../tracking/tracked-form';
import styles from './account-menu.module.css';
import { SignInLink } from './sign-in-link';

/** A link to the sign-in, or the shopper's name with a sign-out. */
export function AccountMenu({ shopper }: { shopper: SignedInShopper | null }) {
  if (!shopper) return <SignInLink />;
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
