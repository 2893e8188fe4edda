import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { localPath } from '../../../../account/local-path';
import { AccountPage } from '../../../../components/account/account-page';
import { SignUpForm } from '../../../../components/account/sign-up-form';
import { readConfig } from '../../../../config';
import { addressWith, parameter, type Query } from '../../../../formatting/query';

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<Query> }) {
  const next = localPath(parameter(await searchParams, 'next'));
  if (readConfig().signIn.kind === 'code') redirect(addressWith('/sign-in', { next }));
  return (
    <AccountPage
      title="Create an account"
      intro="Keep your cart on every device."
      other={{
        question: 'Already have an account?',
        label: 'Sign in',
        href: addressWith('/sign-in', { next }),
      }}
    >
      <SignUpForm next={next} />
    </AccountPage>
  );
}
