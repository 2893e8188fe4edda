import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { localPath } from '../../../../../account/local-path';
import { AccountPage } from '../../../../../components/account/account-page';
import { CodeForm } from '../../../../../components/account/code/code-form';
import { ResendCode } from '../../../../../components/account/code/resend-code';
import { readConfig } from '../../../../../config';
import { COOKIES } from '../../../../../cookies/shop-cookies';
import { addressWith, parameter, type Query } from '../../../../../formatting/query';
import { leadTo, shownWords } from '../../../../../language/shown-language';
import { readIdentity } from '../../../../../identity/identity';
import { fill } from '../../../../../words/sentences';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).account.enterCode.title, robots: { index: false } };
}

export default async function CodePage({ searchParams }: { searchParams: Promise<Query> }) {
  const [query, jar, { shopper }, { account }] = await Promise.all([
    searchParams,
    cookies(),
    readIdentity(),
    shownWords(),
  ]);
  const next = localPath(parameter(query, 'next'));
  if (shopper) return leadTo(next);
  const { signIn } = readConfig();
  const email = jar.get(COOKIES.unconfirmed)?.value;
  const start = addressWith('/sign-in', { next });
  if (signIn.kind !== 'code' || !email) return leadTo(start);
  const { enterCode: words, code: label, faults } = account;
  const hint = signIn.mailFrom ? null : words.local;
  return (
    <AccountPage
      title={words.title}
      intro={fill(words.intro, { email })}
      other={{ ...words.other, href: start }}
    >
      <CodeForm next={next} hint={hint} words={{ label, button: words.button, faults }} />
      <ResendCode words={{ sent: words.sent, wait: words.wait, again: words.again }} />
    </AccountPage>
  );
}
