import type { Metadata } from 'next';
import { localPath } from '../../../../account/local-path';
import { AccountPage } from '../../../../components/account/account-page';
import { SignUpForm } from '../../../../components/account/sign-up-form';
import { readConfig } from '../../../../config';
import { leadTo, shownWords } from '../../../../language/shown-language';
import { addressWith, parameter, type Query } from '../../../../formatting/query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).account.signUp.title, robots: { index: false } };
}

export default async function SignUpPage({ searchParams }: { searchParams: Promise<Query> }) {
  const next = localPath(parameter(await searchParams, 'next'));
  if (readConfig().signIn.kind === 'code') return leadTo(addressWith('/sign-in', { next }));
  const { signUp, name, email, password, faults } = (await shownWords()).account;
  return (
    <AccountPage
      title={signUp.title}
      intro={signUp.intro}
      other={{ ...signUp.other, href: addressWith('/sign-in', { next }) }}
    >
      <SignUpForm next={next} words={{ signUp, name, email, password, faults }} />
    </AccountPage>
  );
}
