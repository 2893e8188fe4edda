import type { Metadata } from 'next';
import { localPath } from '../../../../account/local-path';
import { CODE_WORDS } from '../../../../account/words';
import { visitorsLanguage } from '../../../../account/words/visitors-language';
import { AccountPage } from '../../../../components/account/account-page';
import { ForgotForm } from '../../../../components/account/forgot-form';
import { addressWith, parameter, type Query } from '../../../../formatting/query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: CODE_WORDS[await visitorsLanguage()].forgot.title, robots: { index: false } };
}

export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, language] = await Promise.all([searchParams, visitorsLanguage()]);
  const next = localPath(parameter(query, 'next'));
  const { title, intro, known } = CODE_WORDS[language].forgot;
  return (
    <AccountPage
      language={language}
      title={title}
      intro={intro}
      other={{ ...known, href: addressWith('/sign-in', { next }) }}
    >
      <ForgotForm next={next} language={language} />
    </AccountPage>
  );
}
