import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { EmptyState } from '../../../../../components/layout/empty-state';
import { Page } from '../../../../../components/layout/page';
import { ShopLink } from '../../../../../components/links/shop-link';
import { ButtonLink } from '../../../../../components/forms/button';
import { ReviewForm } from '../../../../../components/reviews/review-form';
import { readIdentity } from '../../../../../identity/identity';
import { shop } from '../../../../../shop';
import styles from './page.module.css';

interface ReviewPageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export const metadata: Metadata = { title: 'Your review', robots: { index: false } };

const WHY_NOT = {
  not_bought: 'Reviews are by customers who have bought the product here while signed in to this account.',
  not_arrived: 'You have ordered it. Once your parcel has arrived, you can tell others about it here.',
} as const;

/** One's own review of a product, for a customer who has received it. */
export default async function ReviewPage({ params }: ReviewPageProps) {
  const slug = (await params).slug.slice(0, 120);
  const { shopper } = await readIdentity();
  if (!shopper) redirect(`/sign-in?next=${encodeURIComponent(`/product/${slug}/review`)}`);
  const opened = await (await shop()).openReview({ customerId: shopper.userId, slug });
  if (!opened) notFound();
  const { product, may, own, hiddenFor } = opened;
  const back = `/product/${product.slug}`;
  if (may !== 'write')
    return (
      <Page>
        <EmptyState title={`${product.name}: no review yet`} text={WHY_NOT[may]}>
          <ButtonLink href={back}>Back to {product.name}</ButtonLink>
        </EmptyState>
      </Page>
    );
  return (
    <Page narrow>
      <div className={styles.head}>
        <p>
          <ShopLink href={back}>{product.name}</ShopLink>
        </p>
        <h1>Your review</h1>
        {hiddenFor !== null && (
          <p className={styles.hidden}>Your review is not shown. The shop’s reason: {hiddenFor}</p>
        )}
      </div>
      <ReviewForm productId={product.id} slug={product.slug} own={own} name={shopper.name} />
    </Page>
  );
}
