import type { ReactNode } from 'react';
import { Page } from '../layout/page';
import { ShopLink } from '../links/shop-link';
import styles from './account-page.module.css';

interface AccountPageProps {
  readonly title: string;
  /** A sentence below the title. */
  readonly intro?: ReactNode;
  /** A link to another of them: from sign-in to sign-up and back. */
  readonly other: { readonly question: string; readonly label: string; readonly href: string };
  readonly children: ReactNode;
}

/** The frame of the pages on the way into an account. */
export function AccountPage({ title, intro, other, children }: AccountPageProps) {
  return (
    <Page narrow>
      <h1 className={styles.title}>{title}</h1>
      {intro && <p className={styles.intro}>{intro}</p>}
      {children}
      <p className={styles.other}>
        {other.question} <ShopLink href={other.href}>{other.label}</ShopLink>
      </p>
    </Page>
  );
}
