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
import { metadataOf } from '../../../../language/page-metadata';
import { catalogueLanguage, shownLanguage, shownWords } from '../../../../language/shown-language';
import type { Language } from '../../../../words/languages';
import { pictureAddress } from '../../../../pictures/picture-address';
import { CATEGORIES, deliveryDays, shop, type Product } from '../../../../shop';
import { TrackView } from '../../../../tracking/track-view';
import { toTrackedList, toTrackedProduct } from '../../../../tracking/tracked-product';
import type { Words } from '../../../../words';
import { fill } from '../../../../words/sentences';
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
  return { title, ...(await metadataOf({ title, description, path: `/product/${product.slug}` })) };
}

export default async function ProductPage({ params }: ProductProps) {
  const product = await readProduct((await params).slug);
  if (!product) notFound();

  const [reviews, language, words, lang] = await Promise.all([
    shop().then((gateway) => gateway.listReviews({ productId: product.id })),
    shownLanguage(),
    shownWords(),
    catalogueLanguage(),
  ]);
  const { add, wish, share, ...own } = words.product;
  const { description, specs, variants, related, ...summary } = product;
  return (
    <Page>
      <TrackView event={['product_view', { product: toTrackedProduct(product) }]} />
      <JsonLd data={productData(product, reviews)} />
      <Trail product={product} />
      <div className={styles.product}>
        <Views product={product} />
        <div className={styles.words}>
          <p className={styles.kind} lang={lang}>
            {product.brand} · {product.kind}
          </p>
          <h1>{product.name}</h1>
          <p className={styles.tagline} lang={lang}>
            {product.tagline}
          </p>
          <Rating {...reviews} />
          <Price price={product.price} discountPrice={product.discountPrice} large words={own.price} />
          <Chooser product={product} variants={variants} />
          <Availability available={product.available} words={own.stock} />
          <AddToCart product={summary} words={add} />
          <div className={styles.aside}>
            <WishButton product={summary} words={wish} />
            <ShareButton product={summary} words={share} />
          </div>
          <p className={styles.description} lang={lang}>
            {description}
          </p>
          <ul className={styles.facts}>
            {product.available > 0 && <li>{arrival(own, language)}</li>}
            <li>{own.returns}</li>
            <li>{own.tax}</li>
          </ul>
        </div>
      </div>
      <Specs specs={specs} />
      <ProductReviews product={product} reviews={reviews} />
      <section className={styles.related}>
        <h2>{own.similar}</h2>
        <TrackView event={['product_list_view', toTrackedList('product:similar', related)]} />
        <ProductList products={related} list="product:similar" label={own.similar} />
      </section>
      <RecentlySeen
        product={{ slug: product.slug, name: product.name, picture: pictureAddress(product.picture) }}
        title={own.recentlySeen}
      />
    </Page>
  );
}

/** The page is kept for minutes, so around midnight the day of an order may be one later. */
function arrival(words: Pick<Words['product'], 'arrival'>, language: Language): string {
  const { to } = deliveryDays(new Date(), 'standard');
  return fill(words.arrival, { day: formatDay(to, language) });
}

async function Trail({ product }: { product: Product }) {
  const { product: words, browse } = await shownWords();
  const category = CATEGORIES.find(({ slug }) => slug === product.category);
  return (
    <nav aria-label={words.trail} className={styles.trail}>
      <ShopLink href="/">{words.home}</ShopLink>
      <ShopLink href={`/category/${product.category}`}>
        {category ? browse.departments[category.slug].name : product.category}
      </ShopLink>
    </nav>
  );
}
