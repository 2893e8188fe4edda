import { pictureAddress } from '../../pictures/picture-address';
import type { Picture } from '../../shop/gateway';

interface ProductPictureProps {
  readonly picture: Picture;
  /** Loads before the shopper scrolls there: for the picture that a page is about. */
  readonly first?: boolean;
  /** Words for screen readers, where the name next to it does not say which drawing it is. */
  readonly words?: string;
}

/**
 * A product's picture. Mostly it has no text for screen readers: the product's name is next to it.
 */
export function ProductPicture({ picture, first = false, words = '' }: ProductPictureProps) {
  return (
    <img
      src={pictureAddress(picture)}
      alt={words}
      width="368"
      height="276"
      loading={first ? 'eager' : 'lazy'}
      data-drawing={picture.drawing}
    />
  );
}
