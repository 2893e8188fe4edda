import { drawPicture, pictureNamed } from '@clickstream/product-pictures';
import { PICTURES_VERSION } from '../../../../pictures/picture-address';

interface PictureRoute {
  readonly params: Promise<{ readonly version: string; readonly name: string }>;
}

/** Opened by itself, a picture is a document: it may do nothing there. */
const HEADERS = { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'" };
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** While a release is replaced, its pages may ask a server of the other one. */
const A_MINUTE = 'public, max-age=60';

/** A product's picture as a file. Its name says what is drawn. */
export async function GET(_request: Request, { params }: PictureRoute): Promise<Response> {
  const { version, name } = await params;
  const picture = pictureNamed(decoded(name));
  if (!picture) return new Response('There is no such picture.', { status: 404 });
  // Next refuses this module in a static import, since a page has no use for it.
  const { renderToStaticMarkup } = await import('react-dom/server');
  return new Response(drawPicture(picture, renderToStaticMarkup), {
    headers: { ...HEADERS, 'cache-control': version === PICTURES_VERSION ? FOR_GOOD : A_MINUTE },
  });
}

/** A part of an address as it was written; as it is when it is not valid UTF-8. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
