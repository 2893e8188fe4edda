import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AddToCart } from '../../../../components/cart/add-to-cart';
import { ProductReviews, Rating } from '../../../../components/reviews/product-reviews';
import { Page } from '../../../../components/layout/page';
import { ShopLink } from '../../../../components/links/shop-link';
import { Availability } from '../../../../components/product/availability';
import { JsonLd } from '../../../../components/product/page-data/json-ld';
import { productData } from '../../../../components/product/page-data/product-data';
import { Chooser } from '../../../../components/product/family/chooser';
import { Price } from '../../../../components/product/price';
import { ProductList } from '../../../../components/product/product-list';
import { RecentlySeen } from '../../../../components/product/pictures/recently-seen';
import { Views } from '../../../../components/product/pictures/views';
import { ShareButton } from '../../../../components/product/share-button';
import { Specs } from '../../../../components/product/specs';
import { WishButton } from '../../../../components/product/wish-button';
import { formatDay } from '../../../../formatting/time';
import { pictureAddress } from '../../../../pictures/picture-address';
import { CATEGORIES, deliveryDays, shop, type Product } from '../../../../shop';
import { TrackView } from '../../../../tracking/track-view';
import { toTrackedList, toTrackedProduct } from '../../../../tracking/tracked-product';
import styles from './page.module.css';

interface ProductProps {
  readonly params: Promise<{ readonly slug: string }>;
}

/** The same for everybody. */
export const dynamic = 'error';
export const revalidate = 300;
export const generateStaticParams = () => [];

const readProduct = cache(async (slug: string) => (await shop()).findProduct({ slug: slug.slice(0, 120) }));

export async function generateMetadata({ params }: ProductProps): Promise<Metadata> {
  const product = await readProduct((await params).slug);
  if (!product) return {};
  const { name: title, description } = product;
  return { title, description, openGraph: { title, description, siteName: 'SBW', type: 'website' } };
}

export default async function ProductPage({ params }: ProductProps) {
  const product = await readProduct((await params).slug);
  if (!product) notFound();

  const reviews = await (await shop()).listReviews({ productId: product.id });
  const { description, specs, variants, related, ...summary } = product;
  return (
    <Page>
      <TrackView event={['product_view', { product: toTrackedProduct(product) }]} />
      <JsonLd data={productData(product, reviews)} />
      <Trail product={product} />
      <div className={styles.product}>
        <Views product={product} />
        <div className={styles.words}>
          <p className={styles.kind}>
            {product.brand} · {product.kind}
          </p>
          <h1>{product.name}</h1>
          <p className={styles.tagline}>{product.tagline}</p>
          <Rating {...reviews} />
          <Price price={product.price} discountPrice={product.discountPrice} large />
          <Chooser product={product} variants={variants} />
          <Availability available={product.available} />
          <AddToCart product={summary} />
          <div className={styles.aside}>
            <WishButton product={summary} />
            <ShareButton product={summary} />
          </div>
          <p className={styles.description}>{description}</p>
          <ul className={styles.facts}>
            {product.available > 0 && <li>{arrival()}</li>}
            <li>30 days to change your mind</li>
            <li>Price includes VAT</li>
          </ul>
        </div>
      </div>
      <Specs specs={specs} />
      <ProductReviews product={product} reviews={reviews} />
      <section className={styles.related}>
        <h2>Similar products</h2>
        <TrackView event={['product_list_view', toTrackedList('product:similar', related)]} />
        <ProductList products={related} list="product:similar" label="Similar products" />
      </section>
      <RecentlySeen
        product={{ slug: product.slug, name: product.name, picture: pictureAddress(product.picture) }}
      />
    </Page>
  );
}

/** The page is kept for minutes, so around midnight the day of an order may be one later. */
function arrival(): string {
  const { to } = deliveryDays(new Date(), 'standard');
  return `Order today, at your door by ${formatDay(to)}`;
}

function Trail({ product }: { product: Product }) {
  const category = CATEGORIES.find(({ slug }) => slug === product.category);
  return (
    <nav aria-label="You are here" className={styles.trail}>
      <ShopLink href="/">Home</ShopLink>
      <ShopLink href={`/category/${product.category}`}>{category?.name ?? product.category}</ShopLink>
    </nav>
  );
}
