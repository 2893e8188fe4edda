import type { Metadata } from 'next';
import { localPath } from '../../../../account/local-path';
import { AccountPage } from '../../../../components/account/account-page';
import { ForgotForm } from '../../../../components/account/forgot-form';
import { addressWith, parameter, type Query } from '../../../../formatting/query';
import { shownWords } from '../../../../language/shown-language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).codes.forgot.title, robots: { index: false } };
}

export default async function ForgotPasswordPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, { codes }] = await Promise.all([searchParams, shownWords()]);
  const next = localPath(parameter(query, 'next'));
  const { title, intro, known } = codes.forgot;
  return (
    <AccountPage title={title} intro={intro} other={{ ...known, href: addressWith('/sign-in', { next }) }}>
      <ForgotForm next={next} words={codes} />
    </AccountPage>
  );
}
