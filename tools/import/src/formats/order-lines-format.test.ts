import { orderLinesFormat, type OrderLinesOptions } from './order-lines-format';

const OPTIONS: OrderLinesOptions = { columns: {}, currency: 'GBP', dateOrder: undefined };
const ROW = {
  InvoiceNo: '536365',
  StockCode: 'A1',
  Description: 'Lantern',
  Quantity: '6',
  InvoiceDate: '2010-12-01 08:26:00',
  UnitPrice: '2.55',
  CustomerID: '17850',
  Country: 'France',
};

function read(rows: readonly Record<string, string>[], options: Partial<OrderLinesOptions> = {}) {
  const format = orderLinesFormat({ ...OPTIONS, ...options });
  const faults = rows.map((row) => format.take(row)).filter((taken) => typeof taken === 'string');
  return { faults, orders: [...format.end()] };
}

describe('lines of orders', () => {
  it('are grouped by their order, wherever they are in the file', () => {
    const { orders, faults } = read([
      ROW,
      { ...ROW, InvoiceNo: '536366', CustomerID: '' },
      { ...ROW, StockCode: 'B2', InvoiceDate: '2010-12-01 08:27:00' },
    ]);
    expect(faults).toEqual([]);
    expect(orders).toMatchObject([
      {
        invoice: '536365',
        invoiceDate: '2010-12-01T08:26:00.000Z',
        customerId: '17850',
        country: 'France',
        currency: 'GBP',
        lines: [{ sku: 'A1', name: 'Lantern', quantity: '6', unitPrice: '2.55' }, { sku: 'B2' }],
      },
      { invoice: '536366', customerId: undefined, lines: [{ sku: 'A1' }] },
    ]);
  });

  it.each([
    [{ InvoiceNo: '' }, 'the line names no order'],
    [{ Quantity: 'six' }, 'quantity is not a decimal number'],
    [{ UnitPrice: '2,55' }, 'price is not a decimal number'],
    [{ InvoiceDate: 'yesterday' }, 'the date cannot be read'],
    [{ InvoiceDate: '2010-13-01' }, 'the date is not in the calendar'],
    [
      { InvoiceDate: '3/4/2010 8:26' },
      'the date is day or month first: say which with --date-order dmy or mdy',
    ],
  ])('with %p are left out, and say why', (change, fault) => {
    expect(read([{ ...ROW, ...change }])).toEqual({ faults: [fault], orders: [] });
  });

  it.each([
    ['dmy', '2010-04-03T08:26:00.000Z'],
    ['mdy', '2010-03-04T08:26:00.000Z'],
  ] as const)('have dates written %s', (dateOrder, invoiceDate) => {
    expect(read([{ ...ROW, InvoiceDate: '3/4/2010 8:26' }], { dateOrder }).orders).toMatchObject([
      { invoiceDate },
    ]);
  });

  it.each([
    ['2010-12-01', '2010-12-01T00:00:00.000Z'],
    ['2010-12-01T08:26:00+07:00', '2010-12-01T01:26:00.000Z'],
    ['2010-12-01 08:26:00Z', '2010-12-01T08:26:00.000Z'],
  ])('at %s happened at %s', (InvoiceDate, invoiceDate) => {
    expect(read([{ ...ROW, InvoiceDate }]).orders).toMatchObject([{ invoiceDate }]);
  });

  it('are in the columns that the user names', () => {
    const row = { Beleg: '1', Artikel: 'A1', Menge: '2', Tag: '2020-01-01', Preis: '3.5', Waehrung: 'EUR' };
    const columns = {
      invoice: 'Beleg',
      sku: 'Artikel',
      quantity: 'Menge',
      date: 'Tag',
      price: 'Preis',
      currency: 'Waehrung',
    };
    expect(read([row], { columns }).orders).toMatchObject([
      { invoice: '1', currency: 'EUR', lines: [{ sku: 'A1' }] },
    ]);
  });

  it('without a required column are refused, with a list of the existing columns', () => {
    expect(() => read([{ InvoiceNo: '1', Price: '2' }])).toThrow(
      'The file has no column for sku: it has InvoiceNo, Price. Name it with --map sku=<column>.',
    );
    expect(() => read([ROW], { columns: { country: 'Land' } })).toThrow('no column for country');
  });
});
