import { UsageError } from '@clickstream/command-line';

/**
 * Usual headings of each field, without case, spaces and signs. The first one found is used.
 */
const USUAL_NAMES = {
  invoice: [
    'invoice',
    'invoiceno',
    'invoicenumber',
    'orderid',
    'order',
    'ordernumber',
    'orderno',
    'transactionid',
  ],
  sku: ['stockcode', 'sku', 'productid', 'itemid', 'product', 'article'],
  name: ['description', 'productname', 'itemname', 'title', 'name'],
  quantity: ['quantity', 'qty', 'pieces', 'units'],
  date: ['invoicedate', 'orderdate', 'date', 'createdat', 'timestamp'],
  price: ['unitprice', 'price', 'itemprice'],
  customer: ['customerid', 'customer', 'userid', 'clientid'],
  country: ['country', 'shippingcountry'],
  currency: ['currency', 'currencycode'],
} as const;

/** A field of an order line. */
export type OrderField = keyof typeof USUAL_NAMES;

export const ORDER_FIELDS = Object.keys(USUAL_NAMES) as readonly OrderField[];

/** The column of each field, if it has one. */
export type ColumnNames = { readonly [field in OrderField]?: string };

const NEEDED = ['invoice', 'sku', 'quantity', 'date', 'price'] as const satisfies readonly OrderField[];

/**
 * The column of each field: the one that the user names, otherwise the first of the usual names.
 *
 * @throws {UsageError} when a required field has no column
 */
export function columnsOf(header: readonly string[], given: ColumnNames): ColumnNames {
  const byPlainName = new Map(header.map((name) => [plainName(name), name]));
  const columnOf = (field: OrderField): string | undefined => {
    const named = given[field];
    if (named !== undefined) return header.includes(named) ? named : undefined;
    return USUAL_NAMES[field].map((name) => byPlainName.get(name)).find((name) => name !== undefined);
  };
  const columns: ColumnNames = Object.fromEntries(ORDER_FIELDS.map((field) => [field, columnOf(field)]));
  const missing = [...NEEDED, ...(Object.keys(given) as OrderField[])].find(
    (field) => columns[field] === undefined,
  );
  if (missing === undefined) return columns;
  throw new UsageError(
    `The file has no column for ${missing}: it has ${header.join(', ')}. Name it with --map ${missing}=<column>.`,
  );
}

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
