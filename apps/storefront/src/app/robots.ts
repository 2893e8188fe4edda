import type { MetadataRoute } from 'next';

/** Addresses that belong to one visitor, or have no end: search engines have no use for them. */
const NOT_TO_READ = ['/cart', '/checkout', '/order', '/addresses', '/search', '/sign-', '/confirm'];

/** The file /robots.txt. It names no page of the desk, which only its people know of. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: [...NOT_TO_READ] } };
}
