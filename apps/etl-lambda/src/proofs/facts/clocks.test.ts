import {
  aCart,
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  aPageView,
  aProductView,
} from '@clickstream/event-schema/testing';
import { aFactsTestBed, at, NINE, received } from '@clickstream/warehouse-load/testing';
import { aBrowser, pageAt, eventsToOrder } from '../../testing/a-browser';

const testBed = aFactsTestBed();

const { loadLines, rowsOf } = testBed;

const MINUTE = 60_000;

/** The landing page of a session, the order of its steps, and its length in minutes. */
const sessions = () =>
  rowsOf(
    `SELECT entry_path AS entry, viewed_at <= carted_at AND carted_at <= checkout_at AND checkout_at <= ordered_at AS closes,
       round(extract(epoch FROM ended_at - started_at) / 60, 2)::float8 AS minutes
     FROM dash.sessions ORDER BY session_id`,
  );

const IN_ORDER = { entry: '/', closes: true };

describe('the events of a browser keep their order', () => {
  it.each([
    ['ten minutes ahead', -10],
    ['ten minutes behind', 10],
    ['three days behind', 4320],
    ['a little more than a minute ahead', -1.01],
    ['a little less than a minute ahead', -0.99],
    ['a little less than five minutes behind', 4.95],
    ['right', 0],
  ])('where its clock is %s, and its requests take from none to four minutes', async (_how, behind) => {
    await loadLines(...eventsToOrder(aBrowser(behind), [4, 0, 2.5, 0.02, 0.01]));
    expect(await sessions()).toMatchObject([IN_ORDER]);
  });

  it.each([
    ['each in a separate run, the last first', (lines: object[]) => lines.reverse()],
    ['some of them twice', (lines: object[]) => [...lines, ...lines.slice(0, 3)]],
  ])('however they are loaded: %s', async (_how, arrivalOf) => {
    for (const line of arrivalOf(eventsToOrder(aBrowser(-10), [4, 0, 2.5, 0.02, 0.01])))
      await loadLines(line);
    expect(await sessions()).toMatchObject([{ ...IN_ORDER, minutes: 4 }]);
  });

  it('where one of its requests takes eight minutes and its clock is right', async () => {
    await loadLines(...eventsToOrder(aBrowser(0), [0, 8, 0, 0, 0]));
    expect(await sessions()).toEqual([{ ...IN_ORDER, minutes: 4 }]);
  });

  it.each([
    ['ahead, and is corrected', -10, 0],
    ['behind, and is corrected', 10, 0],
    ['right, and is set ahead', 0, -10],
    ['right, and is set behind', 0, 10],
    ['three minutes ahead, and is corrected', -3, 0],
    ['ninety seconds ahead, and is corrected', -1.5, 0],
  ])('where its clock is %s during the session', async (_how, before, after) => {
    const browser = aBrowser(before);
    const lines = eventsToOrder(browser, [0.5, 0, 0.3, 0, 0]).slice(0, 3);
    browser.setClock(after);
    await loadLines(
      ...lines,
      browser.line(4, aCheckoutStart(pageAt('/checkout')), 0.4),
      browser.line(5, aCheckoutComplete(pageAt('/thanks')), 0.1),
    );
    expect(await sessions()).toMatchObject([IN_ORDER]);
  });

  it('by its clock where it does not count them', async () => {
    await loadLines(...eventsToOrder(aBrowser(-10), [4, 0, 2.5, 0.02, 0.01], false));
    expect(await sessions()).toMatchObject([{ ...IN_ORDER, minutes: 4 }]);
  });

  it('by its clock where its count starts over on each page', async () => {
    const browser = aBrowser(-10);
    await loadLines(
      browser.line(1, aPageView(pageAt('/')), 4),
      browser.line(2, aProductView(pageAt('/p/1'))),
    );
    browser.openPage();
    await loadLines(browser.line(3, anAddToCart(), 2), browser.line(4, aCheckoutStart(), 1));
    browser.openPage();
    await loadLines(browser.line(5, aCheckoutComplete(pageAt('/thanks'))));
    expect(await sessions()).toEqual([{ ...IN_ORDER, minutes: 4 }]);
  });
});

describe('a wrong clock', () => {
  it('does not move the events that a server reports for the session', async () => {
    const browser = aBrowser(-1.5);
    await loadLines(
      browser.line(1, aPageView(pageAt('/'))),
      browser.line(2, aProductView()),
      received(at(2.5, anAddToCart(pageAt('/by-server')))),
      browser.line(3, aPageView(pageAt('/last'))),
    );
    expect(await rowsOf('SELECT carted_at FROM dash.sessions')).toEqual([
      { carted_at: new Date(NINE + 2.5 * MINUTE) },
    ]);
  });

  it('moves the times of a cart with those of its session, also by an event that belongs to no cart', async () => {
    const cart = { cart: aCart({ value: 0, items: [] }) };
    const browser = aBrowser(-10);
    await loadLines(browser.line(1, anAddToCart(), 4), browser.line(2, anAddToCart(cart), 0.5));
    const timesOf = () =>
      rowsOf(
        `SELECT round(extract(epoch FROM started_at - timestamptz '2026-11-02T09:00:00Z') / 60, 2)::float8 AS from,
           round(extract(epoch FROM emptied_at - timestamptz '2026-11-02T09:00:00Z') / 60, 2)::float8 AS emptied
         FROM dash.carts`,
      );
    expect(await timesOf()).toEqual([{ from: 1.5, emptied: 2.5 }]);
    await loadLines(browser.line(3, aPageView()));
    expect(await timesOf()).toEqual([{ from: 1, emptied: 2 }]);
  });

  it('does not move the events themselves', async () => {
    await loadLines(aBrowser(-10).line(1, aPageView(), 4), aBrowser(-10).line(2, aPageView()));
    expect(await rowsOf('SELECT event_timestamp FROM clickstream_events ORDER BY 1')).toEqual([
      { event_timestamp: new Date(NINE + 2 * MINUTE) },
      { event_timestamp: new Date(NINE + 5 * MINUTE) },
    ]);
  });
});
