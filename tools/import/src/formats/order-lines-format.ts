import { orderEvent, type OrderLines } from '@clickstream/event-schema/adapters/order-lines';
import { columnsOf, type ColumnNames, type OrderField } from './order-columns';
import { timeOfText, type DateOrder } from './time-of-text';
import type { ImportedEvent, ImportFormat } from './format';
import type { Row } from '../rows/row-source';

export interface OrderLinesOptions {
  /** Names of columns that the user has given. */
  readonly columns: ColumnNames;
  /** ISO 4217. */
  readonly currency: string;
  readonly dateOrder: DateOrder | undefined;
}

type OpenOrder = OrderLines & { readonly lines: OrderLines['lines'][number][] };

/**
 * Lines of orders, one per row. Orders are emitted after the last row, because the lines of one
 * need not be adjacent.
 */
export function orderLinesFormat({ columns: given, currency, dateOrder }: OrderLinesOptions): ImportFormat {
  const orders = new Map<string, OpenOrder>();
  let columns: ReturnType<typeof columnsOf> | undefined;
  return {
    take(row) {
      columns ??= columnsOf(Object.keys(row), given);
      const field = (name: OrderField): string | undefined => textIn(row, columns?.[name]);
      const invoice = field('invoice');
      if (invoice === undefined) return 'the line names no order';
      const time = timeOfText(field('date') ?? '', dateOrder);
      if (typeof time === 'string') return time;
      const fault = amountFault('quantity', field('quantity')) ?? amountFault('price', field('price'));
      if (fault !== undefined) return fault;
      const order = orders.get(invoice) ?? newOrder(orders, invoice, time, currency, field);
      order.lines.push({
        sku: field('sku') ?? 'unknown',
        name: field('name'),
        quantity: field('quantity') ?? '1',
        unitPrice: field('price') ?? '0',
      });
      return [];
    },
    *end(): Iterable<ImportedEvent> {
      for (const order of orders.values()) yield orderEvent(order);
    },
  };
}

function newOrder(
  orders: Map<string, OpenOrder>,
  invoice: string,
  time: number,
  currency: string,
  field: (name: OrderField) => string | undefined,
): OpenOrder {
  const order: OpenOrder = {
    invoice,
    invoiceDate: new Date(time).toISOString(),
    customerId: field('customer'),
    country: field('country'),
    currency: field('currency') ?? currency,
    lines: [],
  };
  orders.set(invoice, order);
  return order;
}

function textIn(row: Row, column: string | undefined): string | undefined {
  const value = column === undefined ? undefined : row[column];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' || text === 'NA' ? undefined : text;
}

const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;

function amountFault(name: string, text: string | undefined): string | undefined {
  return text === undefined || DECIMAL.test(text) ? undefined : `${name} is not a decimal number`;
}
