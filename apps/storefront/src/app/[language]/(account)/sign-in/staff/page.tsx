import type { Metadata } from 'next';
import { localPath } from '../../../../../account/local-path';
import { AccountPage } from '../../../../../components/account/account-page';
import { SignInForm } from '../../../../../components/account/sign-in-form';
import { readConfig } from '../../../../../config';
import { addressWith, parameter, type Query } from '../../../../../formatting/query';
import { leadTo, shownWords } from '../../../../../language/shown-language';
import { readIdentity } from '../../../../../identity/identity';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).account.staff.title, robots: { index: false } };
}

/** The sign-in of people of the shop, where customers sign in by code. */
export default async function StaffSignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { shopper }, { account }] = await Promise.all([searchParams, readIdentity(), shownWords()]);
  const { staff, signIn, email, password } = account;
  const next = localPath(parameter(query, 'next'));
  if (shopper) return leadTo(next);
  const customers = addressWith('/sign-in', { next });
  if (readConfig().signIn.kind !== 'code') return leadTo(customers);
  return (
    <AccountPage title={staff.title} intro={staff.intro} other={{ ...staff.other, href: customers }}>
      <SignInForm next={next} email={undefined} words={{ signIn, email, password }} />
    </AccountPage>
  );
}
