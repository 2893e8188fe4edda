import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Pages } from '../../../../../components/category/pages';
import { Page } from '../../../../../components/layout/page';
import { ShopLink } from '../../../../../components/links/shop-link';
import { ReviewList } from '../../../../../components/reviews/review-list';
import { ReviewSums } from '../../../../../components/reviews/review-sums';
import { addressWith, pageNumber, type Query } from '../../../../../formatting/query';
import { shownWords } from '../../../../../language/shown-language';
import { shop } from '../../../../../shop';
import styles from '../review/page.module.css';

interface ReviewsPageProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

/** They are the same for everybody, and search engines have the newest on the product's page. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).reviews.title, robots: { index: false } };
}

/** All reviews of a product, page by page. */
export default async function ReviewsPage({ params, searchParams }: ReviewsPageProps) {
  const [{ slug }, query, gateway, { reviews }] = await Promise.all([
    params,
    searchParams,
    shop(),
    shownWords(),
  ]);
  const product = await gateway.findProduct({ slug: slug.slice(0, 120) });
  if (!product) notFound();
  const list = await gateway.listReviews({ productId: product.id, page: pageNumber(query) });
  const address = `/product/${product.slug}/reviews`;
  return (
    <Page>
      <div className={styles.head}>
        <p>
          <ShopLink href={`/product/${product.slug}`}>{product.name}</ShopLink>
        </p>
        <h1>{reviews.title}</h1>
        <ReviewSums {...list} />
      </div>
      <ReviewList reviews={list.items} heading="h2" />
      <Pages
        page={list.page}
        pageCount={list.pageCount}
        hrefFor={(number) => addressWith(address, { page: number > 1 ? number : undefined })}
      />
    </Page>
  );
}
