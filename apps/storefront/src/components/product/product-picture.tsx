import { pictureAddress } from '../../pictures/picture-address';
import type { Picture } from '../../shop/gateway';

interface ProductPictureProps {
  readonly picture: Picture;
  /** Loads before the shopper scrolls there: for the picture that a page is about. */
  readonly first?: boolean;
}

/**
 * A product's picture. It has no text for screen readers, since the product's name is always next
 * to it.
 */
export function ProductPicture({ picture, first = false }: ProductPictureProps) {
  return (
    <img
      src={pictureAddress(picture)}
      alt=""
      width="368"
      height="276"
      loading={first ? 'eager' : 'lazy'}
      data-drawing={picture.drawing}
    />
  );
}
