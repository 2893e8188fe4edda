import { commentWidth } from './comment-width.mjs';

/** The rules on comments, which no plugin has as we want them. */
export const comments = { rules: { width: commentWidth } };
