import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { localPath } from '../../../../../account/local-path';
import { AccountPage } from '../../../../../components/account/account-page';
import { CodeForm } from '../../../../../components/account/code/code-form';
import { ResendCode } from '../../../../../components/account/code/resend-code';
import { readConfig } from '../../../../../config';
import { COOKIES } from '../../../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../../../formatting/query';
import { readIdentity } from '../../../../../identity/identity';

export const metadata: Metadata = { title: 'Enter your code', robots: { index: false } };

export default async function CodePage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, jar, { shopper }] = await Promise.all([searchParams, cookies(), readIdentity()]);
  const next = localPath(parameter(query, 'next'));
  if (shopper) redirect(next);
  const { signIn } = readConfig();
  const email = jar.get(COOKIES.unconfirmed)?.value;
  const start = addressWith('/sign-in', { next });
  if (signIn.kind !== 'code' || !email) redirect(start);
  const hint = signIn.mailFrom ? null : 'No email is sent on this machine. The desk has it, at /desk/mail.';
  return (
    <AccountPage
      title="Enter your code"
      intro={`We sent a code to ${email}. It is valid for ten minutes.`}
      other={{ question: 'Wrong address?', label: 'Change it', href: start }}
    >
      <CodeForm next={next} hint={hint} />
      <ResendCode />
    </AccountPage>
  );
}
