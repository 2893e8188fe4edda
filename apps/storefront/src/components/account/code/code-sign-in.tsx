import { addressWith } from '../../../formatting/query';
import { shownWords } from '../../../language/shown-language';
import { TrackView } from '../../../tracking/track-view';
import { AccountPage } from '../account-page';
import { EmailForm } from './email-form';

/** The sign-in of customers by a code; a new address becomes an account. */
export async function CodeSignIn({ next, email }: { next: string; email: string | undefined }) {
  const { byCode, email: label, faults } = (await shownWords()).account;
  return (
    <AccountPage
      title={byCode.title}
      intro={byCode.intro}
      other={{ ...byCode.other, href: addressWith('/sign-in/staff', { next }) }}
    >
      <TrackView event={['login_open']} />
      <EmailForm next={next} email={email} words={{ label, button: byCode.button, faults }} />
    </AccountPage>
  );
}
