import { isUuid } from '@clickstream/event-schema';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readIdentity } from '../../../identity/identity';
import { localPath } from '../../../account/local-path';
import { AccountPage } from '../../../components/account/account-page';
import { SignInForm } from '../../../components/account/sign-in-form';
import { COOKIES } from '../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../formatting/query';
import { TrackView } from '../../../tracking/track-view';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { shopper }, jar, sent] = await Promise.all([
    searchParams,
    readIdentity(),
    cookies(),
    headers(),
  ]);
  const next = localPath(parameter(query, 'next') ?? pageBefore(sent));
  if (shopper) redirect(next);

  const confirmed = parameter(query, 'confirmed');
  const eventId = confirmed && isUuid(confirmed) ? confirmed : null;
  return (
    <AccountPage
      title="Sign in"
      intro={eventId && 'Your email address is confirmed. Sign in to continue.'}
      other={{ question: 'New here?', label: 'Create an account', href: addressWith('/sign-up', { next }) }}
    >
      {eventId && <TrackView event={['sign_up', { login: { method: 'email' } }, { eventId }]} />}
      <TrackView event={['login_open']} />
      <SignInForm next={next} email={jar.get(COOKIES.unconfirmed)?.value} />
    </AccountPage>
  );
}

/** The page of this shop that the sign-in was opened from, without JavaScript; or null. */
function pageBefore(sent: Headers): string | null {
  const before = sent.get('referer');
  if (!before || !URL.canParse(before)) return null;
  const { host, pathname, search } = new URL(before);
  const isOnTheWay = ['/sign-in', '/sign-up', '/confirm'].includes(pathname);
  return host === sent.get('host') && !isOnTheWay ? pathname + search : null;
}
