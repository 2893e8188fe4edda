import { isUuid } from '@clickstream/event-schema';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { readIdentity } from '../../../../identity/identity';
import { localPath } from '../../../../account/local-path';
import { isOnTheWay } from '../../../../account/sign-in-address';
import { AccountPage } from '../../../../components/account/account-page';
import { CodeSignIn } from '../../../../components/account/code/code-sign-in';
import { SignInForm } from '../../../../components/account/sign-in-form';
import { readConfig } from '../../../../config';
import { COOKIES } from '../../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../../formatting/query';
import { leadTo, shownWords } from '../../../../language/shown-language';
import { TrackView } from '../../../../tracking/track-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).account.signIn.title, robots: { index: false } };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { shopper }, jar, sent, { account, codes }] = await Promise.all([
    searchParams,
    readIdentity(),
    cookies(),
    headers(),
    shownWords(),
  ]);
  const next = localPath(parameter(query, 'next') ?? pageBefore(sent));
  if (shopper) return leadTo(next);
  const email = jar.get(COOKIES.unconfirmed)?.value;
  if (readConfig().signIn.kind === 'code') return <CodeSignIn next={next} email={email} />;

  const { signIn, password } = account;
  const confirmed = parameter(query, 'confirmed');
  const eventId = confirmed && isUuid(confirmed) ? confirmed : null;
  // Only this browser has just chosen one: a link of somebody else cannot say so.
  const resetEmail = jar.get(COOKIES.reset)?.value;
  const isReset = resetEmail !== undefined && parameter(query, 'reset') !== undefined;
  return (
    <AccountPage
      title={signIn.title}
      intro={isReset ? codes.reset.saved : eventId && signIn.confirmed}
      other={{ ...signIn.other, href: addressWith('/sign-up', { next }) }}
    >
      {eventId && <TrackView event={['sign_up', { login: { method: 'email' } }, { eventId }]} />}
      <TrackView event={['login_open']} />
      <SignInForm
        next={next}
        email={email ?? resetEmail}
        words={{ signIn, email: account.email, password }}
      />
    </AccountPage>
  );
}

/** The page of this shop that the sign-in was opened from, without JavaScript; or null. */
function pageBefore(sent: Headers): string | null {
  const before = sent.get('referer');
  if (!before || !URL.canParse(before)) return null;
  const { host, pathname, search } = new URL(before);
  return host === sent.get('host') && !isOnTheWay(pathname) ? pathname + search : null;
}
