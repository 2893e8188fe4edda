import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { EmptyState } from '../../../components/layout/empty-state';
import { Page } from '../../../components/layout/page';
import { ButtonLink } from '../../../components/links/button-link';
import { ProductCard } from '../../../components/product/product-card';
import productList from '../../../components/product/product-list.module.css';
import { UnwishButton } from '../../../components/product/wish-button';
import { StillWished, WhileWished } from '../../../components/wishlist/still-wished';
import { COOKIES } from '../../../cookies/cookie-names';
import { shownWords } from '../../../language/shown-language';
import { shop } from '../../../shop';
import { wishesFrom } from '../../../visitor/wishes';
import styles from './page.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).wishlist.title, robots: { index: false } };
}

/** The products that this browser has on its wishlist, with the price and stock of today. */
export default async function WishlistPage() {
  const productIds = [...wishesFrom((await cookies()).get(COOKIES.wishes)?.value)];
  const [gateway, { wishlist: words }] = await Promise.all([shop(), shownWords()]);
  const products = await gateway.listProducts({ productIds });
  const { title, note, remove, removeOf } = words;
  return (
    <Page>
      <WhileWished productIds={products.map(({ id }) => id)} empty={<NothingWished />}>
        <h1 className={styles.title}>{title}</h1>
        <ul className={productList.list} aria-label={title} data-list="wishlist">
          {products.map((product) => (
            <StillWished key={product.id} productId={product.id}>
              <ProductCard product={product} heading="h2" first={false} />
              <UnwishButton product={product} words={{ remove, removeOf }} />
            </StillWished>
          ))}
        </ul>
        <p className={styles.note}>{note}</p>
      </WhileWished>
    </Page>
  );
}

async function NothingWished() {
  const { title, text, offers } = (await shownWords()).wishlist.empty;
  return (
    <EmptyState title={title} text={text}>
      <ButtonLink href="/">{offers}</ButtonLink>
    </EmptyState>
  );
}
