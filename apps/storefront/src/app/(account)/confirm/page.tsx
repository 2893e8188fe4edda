import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { localPath } from '../../../account/local-path';
import { AccountPage } from '../../../components/account/account-page';
import { ConfirmForm } from '../../../components/account/confirm-form';
import { readConfig } from '../../../config';
import { COOKIES } from '../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../formatting/query';

export const metadata: Metadata = { title: 'Confirm your email', robots: { index: false } };

export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, jar] = await Promise.all([searchParams, cookies()]);
  const next = localPath(parameter(query, 'next'));
  const { signIn, cognito } = readConfig();
  if (signIn.kind === 'code') redirect(addressWith('/sign-in', { next }));
  const email = jar.get(COOKIES.unconfirmed)?.value;
  return (
    <AccountPage
      title="Confirm your email"
      intro={email ? `We sent a code to ${email}.` : 'Enter the code that we sent you.'}
      other={{ question: 'Wrong address?', label: 'Start again', href: addressWith('/sign-up', { next }) }}
    >
      <ConfirmForm next={next} emailKnown={email !== undefined} devCode={cognito.devCode} />
    </AccountPage>
  );
}
