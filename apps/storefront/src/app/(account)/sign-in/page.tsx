import type { Metadata } from 'next';
import { cookies } from 'next/headers';
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
  const [query, { shopper }, jar] = await Promise.all([searchParams, readIdentity(), cookies()]);
  const next = localPath(parameter(query, 'next'));
  if (shopper) redirect(next);

  const confirmed = parameter(query, 'confirmed') === 'yes';
  return (
    <AccountPage
      title="Sign in"
      intro={confirmed && 'Your email address is confirmed. Sign in to continue.'}
      other={{ question: 'New here?', label: 'Create an account', href: addressWith('/sign-up', { next }) }}
    >
      <TrackView event={['login_open']} />
      <SignInForm next={next} email={jar.get(COOKIES.unconfirmed)?.value} />
    </AccountPage>
  );
}
