import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { localPath } from '../../../../account/local-path';
import { CODE_WORDS } from '../../../../account/words';
import { visitorsLanguage } from '../../../../account/words/visitors-language';
import { AccountPage } from '../../../../components/account/account-page';
import { ConfirmForm } from '../../../../components/account/confirm-form';
import { readConfig } from '../../../../config';
import { COOKIES } from '../../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../../formatting/query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: CODE_WORDS[await visitorsLanguage()].confirm.title, robots: { index: false } };
}

export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, jar, language] = await Promise.all([searchParams, cookies(), visitorsLanguage()]);
  const next = localPath(parameter(query, 'next'));
  const { signIn, cognito } = readConfig();
  if (signIn.kind === 'code') redirect(addressWith('/sign-in', { next }));
  const email = jar.get(COOKIES.unconfirmed)?.value;
  const { confirm, askForCode, wrongAddress } = CODE_WORDS[language];
  return (
    <AccountPage
      language={language}
      title={confirm.title}
      intro={email ? confirm.intro(email) : askForCode}
      other={{ ...wrongAddress, href: addressWith('/sign-up', { next }) }}
    >
      <ConfirmForm next={next} language={language} email={email} devCode={cognito.devCode} />
    </AccountPage>
  );
}
