import { pictureName } from '@clickstream/product-pictures';
import type { Picture } from '../shop/gateway';

/**
 * A hash of the code that draws, which next.config.mjs makes: a picture that is drawn otherwise has
 * another address, so that browsers may keep each for good.
 */
export const PICTURES_VERSION = process.env.PICTURES_VERSION ?? 'unversioned';

/** The address of a picture in the shop. */
export function pictureAddress(picture: Picture): string {
  return `/pictures/${PICTURES_VERSION}/${pictureName(picture)}`;
}
