import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { localPath } from '../../../../account/local-path';
import { CODE_WORDS } from '../../../../account/words';
import { visitorsLanguage } from '../../../../account/words/visitors-language';
import { AccountPage } from '../../../../components/account/account-page';
import { ResetForm } from '../../../../components/account/reset-form';
import { readConfig } from '../../../../config';
import { COOKIES } from '../../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../../formatting/query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: CODE_WORDS[await visitorsLanguage()].reset.title, robots: { index: false } };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, jar, language] = await Promise.all([searchParams, cookies(), visitorsLanguage()]);
  const next = localPath(parameter(query, 'next'));
  const email = jar.get(COOKIES.reset)?.value;
  const { reset, askForCode, wrongAddress } = CODE_WORDS[language];
  return (
    <AccountPage
      language={language}
      title={reset.title}
      intro={email ? reset.intro(email) : askForCode}
      other={{ ...wrongAddress, href: addressWith('/forgot-password', { next }) }}
    >
      <ResetForm next={next} language={language} email={email} devCode={readConfig().cognito.devCode} />
    </AccountPage>
  );
}
