import { addressWith } from '../../../formatting/query';
import { TrackView } from '../../../tracking/track-view';
import { AccountPage } from '../account-page';
import { EmailForm } from './email-form';

/** The sign-in of customers by a code; a new address becomes an account. */
export function CodeSignIn({ next, email }: { next: string; email: string | undefined }) {
  return (
    <AccountPage
      title="Sign in"
      intro="We mail you a code. There is no password, and a new address becomes an account."
      other={{ question: 'You work here?', label: 'Staff', href: addressWith('/sign-in/staff', { next }) }}
    >
      <TrackView event={['login_open']} />
      <EmailForm next={next} email={email} />
    </AccountPage>
  );
}
