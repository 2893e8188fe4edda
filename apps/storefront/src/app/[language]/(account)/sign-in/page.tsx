import { isUuid } from '@clickstream/event-schema';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readIdentity } from '../../../../identity/identity';
import { localPath } from '../../../../account/local-path';
import { isOnTheWay } from '../../../../account/sign-in-address';
import { CODE_WORDS } from '../../../../account/words';
import { visitorsLanguage } from '../../../../account/words/visitors-language';
import { AccountPage } from '../../../../components/account/account-page';
import { CodeSignIn } from '../../../../components/account/code/code-sign-in';
import { SignInForm } from '../../../../components/account/sign-in-form';
import { readConfig } from '../../../../config';
import { COOKIES } from '../../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../../formatting/query';
import { TrackView } from '../../../../tracking/track-view';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { shopper }, jar, sent, language] = await Promise.all([
    searchParams,
    readIdentity(),
    cookies(),
    headers(),
    visitorsLanguage(),
  ]);
  const next = localPath(parameter(query, 'next') ?? pageBefore(sent));
  if (shopper) redirect(next);
  const email = jar.get(COOKIES.unconfirmed)?.value;
  if (readConfig().signIn.kind === 'code') return <CodeSignIn next={next} email={email} />;

  const confirmed = parameter(query, 'confirmed');
  const eventId = confirmed && isUuid(confirmed) ? confirmed : null;
  // Only this browser has just chosen one: a link of somebody else cannot say so.
  const resetEmail = jar.get(COOKIES.reset)?.value;
  const isReset = resetEmail !== undefined && parameter(query, 'reset') !== undefined;
  return (
    <AccountPage
      title="Sign in"
      intro={
        isReset ? (
          <span lang={language}>{CODE_WORDS[language].reset.saved}</span>
        ) : (
          eventId && 'Your email address is confirmed. Sign in to continue.'
        )
      }
      other={{ question: 'New here?', label: 'Create an account', href: addressWith('/sign-up', { next }) }}
    >
      {eventId && <TrackView event={['sign_up', { login: { method: 'email' } }, { eventId }]} />}
      <TrackView event={['login_open']} />
      <SignInForm next={next} email={email ?? resetEmail} />
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
