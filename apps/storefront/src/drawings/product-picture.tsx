import type { Picture } from '../shop/gateway';

/** A product's picture, drawn for this shop. It says nothing that the name beside it does not. */
export function ProductPicture({ picture }: { picture: Picture }) {
  return (
    <svg viewBox="0 0 400 300" aria-hidden="true" data-drawing={picture.drawing}>
      <rect x="80" y="60" width="240" height="150" rx="10" fill="currentColor" opacity="0.2" />
    </svg>
  );
}
