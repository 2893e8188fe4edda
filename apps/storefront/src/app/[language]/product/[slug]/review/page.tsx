import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EmptyState } from '../../../../../components/layout/empty-state';
import { Page } from '../../../../../components/layout/page';
import { ShopLink } from '../../../../../components/links/shop-link';
import { ButtonLink } from '../../../../../components/links/button-link';
import { ReviewForm } from '../../../../../components/reviews/review-form';
import { readIdentity } from '../../../../../identity/identity';
import { shop } from '../../../../../shop';
import { leadTo, shownWords } from '../../../../../language/shown-language';
import { fill } from '../../../../../words/sentences';
import styles from './page.module.css';

interface ReviewPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).reviews.own.title, robots: { index: false } };
}

/** One's own review of a product, for a customer who has received it. */
export default async function ReviewPage({ params }: ReviewPageProps) {
  const slug = (await params).slug.slice(0, 120);
  const { shopper } = await readIdentity();
  if (!shopper) return leadTo(`/sign-in?next=${encodeURIComponent(`/product/${slug}/review`)}`);
  const opened = await (await shop()).openReview({ customerId: shopper.userId, slug });
  if (!opened) notFound();
  const { product, may, own, hiddenFor } = opened;
  const { own: words, form } = (await shownWords()).reviews;
  const back = `/product/${product.slug}`;
  if (may !== 'write')
    return (
      <Page>
        <EmptyState title={fill(words.none, { name: product.name })} text={words.whyNot[may]}>
          <ButtonLink href={back}>{fill(words.back, { name: product.name })}</ButtonLink>
        </EmptyState>
      </Page>
    );
  return (
    <Page narrow>
      <div className={styles.head}>
        <p>
          <ShopLink href={back}>{product.name}</ShopLink>
        </p>
        <h1>{words.title}</h1>
        {hiddenFor !== null && <p className={styles.hidden}>{fill(words.hidden, { reason: hiddenFor })}</p>}
      </div>
      <ReviewForm productId={product.id} slug={product.slug} own={own} name={shopper.name} words={form} />
    </Page>
  );
}
