import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { localPath } from '../../../../account/local-path';
import { AccountPage } from '../../../../components/account/account-page';
import { ConfirmForm } from '../../../../components/account/confirm-form';
import { readConfig } from '../../../../config';
import { COOKIES } from '../../../../cookies/shop-cookies';
import { leadTo, shownWords } from '../../../../language/shown-language';
import { addressWith, parameter, type Query } from '../../../../formatting/query';
import { fill } from '../../../../words/sentences';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).codes.confirm.title, robots: { index: false } };
}

export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, jar, { codes }] = await Promise.all([searchParams, cookies(), shownWords()]);
  const next = localPath(parameter(query, 'next'));
  const { signIn, cognito } = readConfig();
  if (signIn.kind === 'code') return leadTo(addressWith('/sign-in', { next }));
  const email = jar.get(COOKIES.unconfirmed)?.value;
  const { confirm, askForCode, wrongAddress } = codes;
  return (
    <AccountPage
      title={confirm.title}
      intro={email ? fill(confirm.intro, { email }) : askForCode}
      other={{ ...wrongAddress, href: addressWith('/sign-up', { next }) }}
    >
      <ConfirmForm next={next} words={codes} email={email} devCode={cognito.devCode} />
    </AccountPage>
  );
}
