import type { MetadataRoute } from 'next';
import { readConfig } from '../config';
import { addressIn, LANGUAGES } from '../words/languages';

/** The settings are those of the server that answers. */
export const dynamic = 'force-dynamic';

/** Addresses that belong to one visitor, or have no end: search engines have no use for them. */
const NOT_TO_READ = [
  '/cart',
  '/checkout',
  '/order',
  '/addresses',
  '/account',
  '/wishlist',
  '/search',
  '/sign-',
  '/confirm',
];

/** The file /robots.txt. It names no page of the desk, which only its people know of. */
export default function robots(): MetadataRoute.Robots {
  const disallow = LANGUAGES.flatMap((language) => NOT_TO_READ.map((path) => addressIn(language, path)));
  const { shopUrl } = readConfig();
  return { rules: { userAgent: '*', disallow }, ...(shopUrl && { sitemap: `${shopUrl}/sitemap.xml` }) };
}
