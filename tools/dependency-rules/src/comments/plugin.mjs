import { commentBeginning } from './comment-beginning.mjs';
import { commentWidth } from './comment-width.mjs';
import { commonJsReason } from './common-js-reason.mjs';

/** The rules on comments, which no plugin has as we want them. */
export const comments = {
  rules: { beginning: commentBeginning, width: commentWidth, 'common-js-reason': commonJsReason },
};
