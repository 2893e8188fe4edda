/**
 * The names that other ingesters give to our fields, without case, hyphens and underscores:
 * `event_name`, `eventName` and `Event-Name` are all `eventname`. The first one present wins.
 */
export const ENVELOPE_NAMES = {
  eventId: ['eventid', 'id', 'uuid', 'eventuuid', 'messageid', 'insertid'],
  eventName: ['eventname', 'event', 'eventtype', 'type', 'action', 'name'],
  eventTimestamp: [
    'eventtimestamp',
    'timestamp',
    'eventtime',
    'occurredat',
    'clienttimestamp',
    'createdat',
    'datetime',
    'time',
    'ts',
  ],
  sequence: ['sequence', 'eventsequence', 'sequencenumber', 'eventindex', 'eventsequencenumber'],
  schemaVersion: ['schemaversion', 'eventversion', 'version'],
  clientId: [
    'clientid',
    'anonymousid',
    'useranonymousid',
    'userclientid',
    'visitorid',
    'browserid',
    'deviceid',
    'userpseudoid',
    'cid',
  ],
  sessionId: ['sessionid', 'session', 'visitid', 'sid', 'gasessionid'],
  isFirstVisit: ['isfirstvisit', 'firstvisit', 'isnewvisitor', 'newvisitor'],
  userId: ['userid', 'user', 'usersub', 'cognitosub', 'customerid', 'accountid', 'uid'],
  userLoginState: ['userloginstate', 'loginstate', 'authstate', 'loginstatus', 'isloggedin', 'loggedin'],
  identitySource: ['identitysource', 'useridentitysource', 'identityprovider', 'authsource'],
  pageUrl: [
    'pageurl',
    'url',
    'pagelocation',
    'locationhref',
    'pagehref',
    'href',
    'page',
    'location',
    'pagepath',
  ],
  pageTitle: ['pagetitle', 'title', 'documenttitle'],
  referrer: ['referrer', 'referer', 'pagereferrer', 'documentreferrer', 'httpreferrer', 'httpreferer'],
  isStaff: ['isstaff', 'staff', 'userisstaff', 'isinternal'],
  category: ['category', 'categoryslug', 'categoryname', 'pagecategory'],
  wishlisted: ['wishlisted'],
  userAgent: ['ingestuseragent', 'useragent', 'ua', 'deviceuseragent', 'headersuseragent'],
  receivedAt: [
    'ingestreceivedat',
    'receivedat',
    'serverreceivedat',
    'ingestedat',
    'servertimestamp',
    'arrivedat',
  ],
  // Only a stamp like ours holds the time of the request: others have corrected their times, or
  // mean something else.
  sentAt: ['ingestsentat'],
} as const;

/** Names within a product; each may follow `product` or `item`. */
export const PRODUCT_NAMES = {
  id: ['id', 'productid', 'sku', 'itemid'],
  name: ['name', 'productname', 'title', 'itemname'],
  category: ['category', 'categoryname', 'productcategory', 'itemcategory'],
  brand: ['brand', 'brandname', 'productbrand', 'productbrandname', 'itembrand', 'manufacturer'],
  price: ['price', 'productprice', 'listprice', 'unitprice', 'originalprice', 'priceamount', 'pricevalue'],
  discountPrice: ['discountprice', 'productdiscountprice', 'discountedprice', 'saleprice', 'finalprice'],
  urlPath: ['urlpath', 'producturlpath', 'producturl', 'url', 'path', 'link'],
  quantity: ['quantity', 'qty'],
} as const;

/** Names within a cart; each may follow `cart` or `basket`. */
export const CART_NAMES = {
  cartId: ['id', 'cartid', 'basketid'],
  value: ['value', 'total', 'cartvalue', 'carttotal', 'totalvalue', 'totalamount', 'subtotal'],
  currency: ['currency', 'currencycode'],
  items: ['items', 'products', 'lines', 'lineitems'],
} as const;

/** Names within an order; each may follow `order`, `purchase` or `transaction`. */
export const ORDER_NAMES = {
  orderId: ['id', 'orderid', 'number', 'ordernumber', 'transactionid'],
  refundId: ['refundid', 'refundnumber', 'creditnoteid', 'creditmemoid'],
  revenue: ['revenue', 'total', 'value', 'totalamount', 'totalprice', 'amount', 'grandtotal', 'ordertotal'],
  tax: ['tax', 'taxamount', 'totaltax', 'taxtotal', 'vat', 'vatamount'],
  shipping: [
    'shipping',
    'shippingfee',
    'shippingcost',
    'shippingtotal',
    'totalshipping',
    'shippingamount',
    'delivery',
    'deliveryfee',
  ],
  currency: ['currency', 'currencycode'],
  coupon: ['coupon', 'couponcode', 'voucher', 'vouchercode', 'discountcode', 'promocode'],
  items: ['items', 'products', 'lines', 'lineitems'],
} as const;

/** Names within a search; each may follow `search`. */
export const SEARCH_NAMES = {
  term: ['term', 'query', 'keyword', 'searchterm', 'searchquery', 'q', 'text'],
  results: ['results', 'resultcount', 'resultscount', 'numberofresults', 'count'],
} as const;

/** Campaign parameters that are separate fields. */
export const CAMPAIGN_NAMES = {
  utm_source: ['utmsource', 'campaignsource'],
  utm_medium: ['utmmedium', 'campaignmedium'],
  utm_campaign: ['utmcampaign', 'campaignname', 'campaign'],
  utm_term: ['utmterm', 'campaignterm'],
  utm_content: ['utmcontent', 'campaigncontent'],
} as const;

/**
 * Objects that only wrap the fields of an event; in flat names, a first word that adds no more than
 * they do.
 */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'context',
  'data',
  'payload',
  'body',
  'detail',
  'details',
  'attributes',
  'params',
  'properties',
  'eventdata',
  'ecommerce',
]);
