import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { ButtonLink } from '../../../components/forms/button';
import { EmptyState } from '../../../components/layout/empty-state';
import { Page } from '../../../components/layout/page';
import { ProductCard } from '../../../components/product/product-card';
import productList from '../../../components/product/product-list.module.css';
import { UnwishButton } from '../../../components/product/wish-button';
import { StillWished, WhileWished } from '../../../components/wishlist/still-wished';
import { COOKIES } from '../../../cookies/cookie-names';
import { shop } from '../../../shop';
import { wishesFrom } from '../../../wishlist/wishes';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Your wishlist', robots: { index: false } };

/** The products that this browser has on its wishlist, with the price and stock of today. */
export default async function WishlistPage() {
  const productIds = [...wishesFrom((await cookies()).get(COOKIES.wishes)?.value)];
  const products = await (await shop()).listProducts({ productIds });
  return (
    <Page>
      <WhileWished productIds={products.map(({ id }) => id)} empty={<NothingWished />}>
        <h1 className={styles.title}>Your wishlist</h1>
        <ul className={productList.list} aria-label="Your wishlist" data-list="wishlist">
          {products.map((product) => (
            <StillWished key={product.id} productId={product.id}>
              <ProductCard product={product} heading="h2" first={false} />
              <UnwishButton product={product} />
            </StillWished>
          ))}
        </ul>
        <p className={styles.note}>It is kept in this browser, for a year after its last change.</p>
      </WhileWished>
    </Page>
  );
}

function NothingWished() {
  return (
    <EmptyState title="Your wishlist is empty" text="The heart on the page of a product puts it here.">
      <ButtonLink href="/">See this week’s offers</ButtonLink>
    </EmptyState>
  );
}
