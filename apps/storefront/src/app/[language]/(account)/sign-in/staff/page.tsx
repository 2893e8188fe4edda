import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { localPath } from '../../../../../account/local-path';
import { AccountPage } from '../../../../../components/account/account-page';
import { SignInForm } from '../../../../../components/account/sign-in-form';
import { readConfig } from '../../../../../config';
import { addressWith, parameter, type Query } from '../../../../../formatting/query';
import { readIdentity } from '../../../../../identity/identity';

export const metadata: Metadata = { title: 'Sign in as staff', robots: { index: false } };

/** The sign-in of people of the shop, where customers sign in by code. */
export default async function StaffSignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { shopper }] = await Promise.all([searchParams, readIdentity()]);
  const next = localPath(parameter(query, 'next'));
  if (shopper) redirect(next);
  const customers = addressWith('/sign-in', { next });
  if (readConfig().signIn.kind !== 'code') redirect(customers);
  return (
    <AccountPage
      title="Sign in as staff"
      intro="For people of the shop."
      other={{ question: 'A customer?', label: 'Sign in with a code', href: customers }}
    >
      <SignInForm next={next} email={undefined} />
    </AccountPage>
  );
}
