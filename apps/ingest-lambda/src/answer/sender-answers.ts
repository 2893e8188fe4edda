import { rejectionOf } from '../accept/accept-batch';
import { json, SECURITY_HEADERS, type Answers } from './http-response';

/** Segment's libraries drop events after an answer 4xx, and retry after 5xx. */
export const SEGMENT_ANSWERS: Answers = {
  accepted: ({ rejected }) =>
    json(200, { success: true, ...(rejected.length > 0 ? { rejected: rejected.map(rejectionOf) } : {}) }),
  refused: ({ status, error }) => json(status, { success: false, error }),
};

/** Snowplow's trackers retry after any answer but 2xx, except for a few: 400 is one of those. */
export const SNOWPLOW_ANSWERS: Answers = {
  accepted: () => json(200, { ok: true }),
  refused: ({ error }) => json(400, { error }),
};

/** An image of one transparent pixel, for pages that send events by an image. */
const PIXEL = 'R0lGODlhAQABAPAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==';

export const SNOWPLOW_PIXEL_ANSWERS: Answers = {
  ...SNOWPLOW_ANSWERS,
  accepted: () => ({
    statusCode: 200,
    headers: { 'content-type': 'image/gif', 'cache-control': 'no-store', ...SECURITY_HEADERS },
    body: PIXEL,
    isBase64Encoded: true,
  }),
};
