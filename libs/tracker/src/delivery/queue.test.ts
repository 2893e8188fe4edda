import { browserStorage } from '../visitor/browser-storage';
import { eventQueue, type EventQueue } from './queue';
import { forbidStorage } from '../testing/page';

const NONE = new Set<string>();

beforeEach(() => localStorage.clear());

function add(queue: EventQueue, sequence: number, name = 'click', text = ''): boolean {
  return queue.add({ id: `id-${sequence}`, name, sequence, line: JSON.stringify({ sequence, text }) });
}

const sequencesIn = (queue: EventQueue, except = NONE) =>
  [...queue.waiting(except)].map(({ line }) => (JSON.parse(line) as { sequence: number }).sequence);

describe('the queue', () => {
  it('gives events in the order of their numbers, from whichever tab, and after a reload', () => {
    const [oneTab, otherTab] = [eventQueue(browserStorage()), eventQueue(browserStorage())];
    [9, 10, 2].forEach((sequence) => add(oneTab, sequence));
    add(otherTab, 3);
    expect(sequencesIn(eventQueue(browserStorage()))).toEqual([2, 3, 9, 10]);
  });

  it('leaves out the events that are named', () => {
    const queue = eventQueue(browserStorage());
    [1, 2].forEach((sequence) => add(queue, sequence));
    const [first] = queue.waiting(NONE);
    expect(sequencesIn(queue, new Set([first?.key ?? '']))).toEqual([2]);
  });

  it('forgets exactly the delivered events, for every tab', () => {
    const [oneTab, otherTab] = [eventQueue(browserStorage()), eventQueue(browserStorage())];
    [1, 2, 3].forEach((sequence) => add(oneTab, sequence));
    otherTab.forget([...otherTab.waiting(NONE)].slice(1, 2));
    expect(sequencesIn(oneTab)).toEqual([1, 3]);
    expect(oneTab.isEmpty()).toBe(false);
  });

  it('writes once per event, however many wait', () => {
    const queue = eventQueue(browserStorage());
    for (let sequence = 1; sequence <= 500; sequence += 1) add(queue, sequence);
    const write = jest.spyOn(Storage.prototype, 'setItem');
    const read = jest.spyOn(Storage.prototype, 'getItem');
    add(queue, 501);
    const [writes, reads] = [write.mock.calls.length, read.mock.calls.length];
    jest.restoreAllMocks();
    expect([writes, reads]).toEqual([1, 0]);
  });

  it('reports that fifty events have come, as many bytes as a request takes, or an order', () => {
    const queue = eventQueue(browserStorage());
    const answers = Array.from({ length: 50 }, (_, index) => add(queue, index));
    expect(answers.indexOf(true)).toBe(49);
    expect(add(queue, 51, 'click', 'x'.repeat(50_000))).toBe(true);
    expect(add(queue, 52)).toBe(false);
    expect(add(queue, 53, 'checkout_complete')).toBe(true);
    expect(add(queue, 54, 'checkout_step')).toBe(false);
    expect(add(queue, 55, 'autocomplete_opened')).toBe(false);
  });

  it('holds events in memory where storage is forbidden', () => {
    const allow = forbidStorage();
    const queue = eventQueue(browserStorage());
    [1, 2].forEach((sequence) => add(queue, sequence));
    const waiting = sequencesIn(queue);
    allow();
    expect(waiting).toEqual([1, 2]);
  });
});

describe('a queue that is too full', () => {
  const text = 'x'.repeat(100);
  const names = ['page_view', 'add_to_cart_click', 'click', 'checkout_complete', 'click', 'order_refund'];

  function aFullQueue(capacity: number): EventQueue {
    const queue = eventQueue(browserStorage(), capacity);
    names.forEach((name, index) => add(queue, index, name, text));
    return queue;
  }

  it('drops the oldest events first, and those of carts and orders last', () => {
    const queue = aFullQueue(400);
    expect(queue.makeRoom(NONE)).toBe(3);
    expect(sequencesIn(queue)).toEqual([1, 3, 5]);
    const small = aFullQueue(260);
    expect(small.makeRoom(NONE)).toBe(4);
    expect(sequencesIn(small)).toEqual([3, 5]);
  });

  it('does not count as full because another value is under its keys', () => {
    localStorage.setItem('clickstream.event.of-another-version', 'x');
    const queue = aFullQueue(10_000);
    expect(queue.makeRoom(NONE)).toBe(0);
    expect(Object.keys(localStorage)).toHaveLength(7);
  });

  it('keeps everything that fits', () => {
    const queue = aFullQueue(10_000);
    expect(queue.makeRoom(NONE)).toBe(0);
    expect(sequencesIn(queue)).toHaveLength(6);
  });

  it('keeps the report of earlier losses, which represents many events', () => {
    const queue = aFullQueue(200);
    add(queue, 0, 'tracker_events_lost');
    queue.makeRoom(NONE);
    expect(sequencesIn(queue)).toEqual([0, 5]);
  });

  it('spares events in flight, which may arrive', () => {
    const queue = aFullQueue(700);
    const [first] = queue.waiting(NONE);
    expect(queue.makeRoom(new Set([first?.key ?? '']))).toBe(1);
    expect(sequencesIn(queue)).toEqual([0, 1, 3, 4, 5]);
  });
});
