'use client';

import { signOut } from '../../../account/actions';
import { TrackedForm } from '../../../tracking/tracked-form';
import { noticeVisitor, useVisitor } from '../../../visitor/use-visitor';
import type { Words } from '../../../words';
import { fill } from '../../../words/sentences';
import { PersonIcon } from '../icons';
import { ShopLink } from '../../links/shop-link';
import styles from './account-menu.module.css';
import { SignInLink } from './sign-in-link';

/** A link to the sign-in, or the shopper's name with a sign-out. */
export function AccountMenu({ words }: { words: Words['frame']['personal'] }) {
  const { shopper, name } = useVisitor();
  if (shopper.loginState !== 'logged_in') return <SignInLink words={words} />;
  return (
    <TrackedForm action={leave} event={['logout']} className={styles.signedIn}>
      <ShopLink
        href="/account"
        className={styles.entry}
        aria-label={fill(words.yourAccount, { name: name ?? '' })}
      >
        <PersonIcon />
        <span className={styles.name}>{name}</span>
      </ShopLink>
      <button type="submit" className={styles.entry}>
        {words.signOut}
      </button>
    </TrackedForm>
  );
}

/** The home page may be the page that one leaves from, so nothing else would notice. */
async function leave(): Promise<void> {
  await signOut().finally(noticeVisitor);
}
