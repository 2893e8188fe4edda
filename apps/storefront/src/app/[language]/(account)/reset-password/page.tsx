import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { localPath } from '../../../../account/local-path';
import { AccountPage } from '../../../../components/account/account-page';
import { ResetForm } from '../../../../components/account/reset-form';
import { readConfig } from '../../../../config';
import { COOKIES } from '../../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../../formatting/query';
import { shownWords } from '../../../../language/shown-language';
import { fill } from '../../../../words/sentences';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).codes.reset.title, robots: { index: false } };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, jar, { codes }] = await Promise.all([searchParams, cookies(), shownWords()]);
  const next = localPath(parameter(query, 'next'));
  const email = jar.get(COOKIES.reset)?.value;
  const { reset, askForCode, wrongAddress } = codes;
  return (
    <AccountPage
      title={reset.title}
      intro={email ? fill(reset.intro, { email }) : askForCode}
      other={{ ...wrongAddress, href: addressWith('/forgot-password', { next }) }}
    >
      <ResetForm next={next} words={codes} email={email} devCode={readConfig().cognito.devCode} />
    </AccountPage>
  );
}
