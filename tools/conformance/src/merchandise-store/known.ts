import type { KnownNumbers } from './numbers';

/**
 * Numbers of the Google Merchandise Store's day, 2017-08-01, published before this project read
 * the file.
 */
export const KNOWN_OF_THE_DAY: KnownNumbers = {
  sessions: '2556',
  visitors: '2293',
  hits: '13233',
  "hits by the sessions' totals": '13233',
  'page views': '10939',
  'bounces, one interaction': '1238',
  'hits that report an order': '92',
  orders: '43',
  'orders of sessions': '43',
  'revenue of orders, $': '8736.14',
  'revenue of products as last reported, $': '8304.94',
  'sessions at detail': '430',
  'sessions at cart': '176',
  'sessions at checkout': '100',
  'sessions at order': '43',
  'sessions at detail, in order': '430',
  'sessions at cart, in order': '145',
  'sessions at checkout, in order': '71',
  'sessions at order, in order': '29',
  'sessions with a cart': '176',
  'carts bought': '34',
  'carts emptied': '10',
  'carts left': '132',
  'sessions on desktop': '1742',
  'sessions on mobile': '725',
  'sessions on tablet': '89',
  'sessions by Organic Search': '1346',
  'sessions by Referral': '436',
  'sessions by Direct': '400',
  'sessions by Social': '213',
  'sessions by Paid Search': '70',
  'sessions by Affiliates': '52',
  'sessions by Display': '39',
};
