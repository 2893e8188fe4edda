import { COOKIES, LIFETIME } from '../cookies/cookie-names';
import { noticeVisitor, readVisitor } from '../visitor/use-visitor';
import { toggled, valueOf } from '../visitor/wishes';

/**
 * Adds a product to the wishlist of this browser, or removes it.
 *
 * @returns true if it is in the list now
 */
export function toggleWish(productId: string): boolean {
  const wishes = toggled(readVisitor().wishes, productId);
  const kept = [
    `${COOKIES.wishes}=${valueOf(wishes)}`,
    'path=/',
    'samesite=lax',
    `max-age=${wishes.length === 0 ? 0 : LIFETIME.wishes}`,
    ...(location.protocol === 'https:' ? ['secure'] : []),
  ];
  document.cookie = kept.join('; ');
  noticeVisitor();
  return readVisitor().wishes.includes(productId);
}
