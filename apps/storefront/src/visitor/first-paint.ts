import { COOKIES } from '../cookies/cookie-names';

/**
 * Runs in the head of every page, before anything of it shows: `data-known` hides what the HTML
 * says to a visitor of whom nothing is known, until the page's scripts have replaced it, and
 * `data-asks` shows the question about consent. Nothing flashes, and nothing moves.
 */
export const FIRST_PAINT = `(function(d,n){var c='; '+d.cookie,s=d.documentElement.dataset,has=function(k){return c.indexOf('; '+k+'=')>=0};if(has('${COOKIES.user}')||has('${COOKIES.pieces}'))s.known='';if(!has('${COOKIES.consent}')&&n.globalPrivacyControl!==true&&n.doNotTrack!=='1')s.asks=''})(document,navigator)`;
