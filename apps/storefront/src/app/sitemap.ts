import type { MetadataRoute } from 'next';
import { readConfig } from '../config';
import { addressIn, LANGUAGES } from '../words/languages';
import { addressesOf } from '../language/page-metadata';
import { CATEGORIES, shop, type ShopGateway } from '../shop';

/** The settings are those of the server that answers. */
export const dynamic = 'force-dynamic';

/** The file /sitemap.xml: every page that is the same for everybody, in each language. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { shopUrl } = readConfig();
  if (shopUrl === null) return [];
  const products = await productPaths(await shop());
  const paths = ['/', ...CATEGORIES.map(({ slug }) => `/category/${slug}`), ...products];
  return paths.flatMap((path) =>
    LANGUAGES.map((language) => ({
      url: `${shopUrl}${addressIn(language, path)}`,
      alternates: { languages: addressesOf(shopUrl, path) },
    })),
  );
}

/** The products that lists show: one of each family, which leads to the others. */
async function productPaths(gateway: ShopGateway): Promise<string[]> {
  const paths: string[] = [];
  for (const { slug } of CATEGORIES)
    for (let page = 1, last = 1; page <= last; page += 1) {
      const list = await gateway.listCategory({ slug, page });
      last = list?.pageCount ?? 1;
      paths.push(...(list?.items ?? []).map((product) => `/product/${product.slug}`));
    }
  return paths;
}
