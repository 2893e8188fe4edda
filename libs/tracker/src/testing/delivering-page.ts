import { browserStorage, type TextStorage } from '../visitor/browser-storage';
import { createDelivery, type Delivery } from '../delivery/delivery';
import { eventQueue, type EventQueue } from '../delivery/queue';
import { installFakeServer, type FakeServer } from './fake-server';
import { showPage } from './page';

export const ENDPOINT = 'https://api.example/clickstream';

/** The state of the open page; a new page gets a new state, except for what is on the device. */
export let server: FakeServer;
export let storage: TextStorage;
export let queue: EventQueue;
export let delivery: Delivery;

let sequence = 0;

/** Opens a page for each test of a file, on a device without data and with fake timers. */
export function openPageForEachTest(): void {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    server = installFakeServer();
    openPage();
  });

  afterEach(() => {
    delivery.stop();
    showPage();
    jest.useRealTimers();
  });
}

/**
 * Opens a page whose events may fill the given number of characters, and wait for so many
 * milliseconds.
 */
export function openPage(capacity?: number, flushAfter = 2_000): void {
  storage = browserStorage();
  queue = eventQueue(storage, capacity);
  const reportLoss = (properties: object) => addOne('tracker_events_lost', { properties });
  delivery = createDelivery({ endpoint: ENDPOINT, storage, queue, flushAfter, reportLoss });
}

function addOne(eventName: string, more: object = {}): void {
  sequence += 1;
  const line = JSON.stringify({ eventName, ...more });
  delivery.add({ id: `id-${sequence}`, name: eventName, sequence, line });
}

/** Records events of these names. */
export const add = (...names: string[]) => names.forEach((name) => addOne(name));

/** Records an event padded by the given number of characters. */
export const addLarge = (name: string, characters: number) => addOne(name, { text: 'x'.repeat(characters) });

/** Names of numbered events. */
export const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `event_${from + index}`);

/** Names of the waiting events. */
export const waiting = () =>
  [...queue.waiting(new Set())].map(({ line }) => (JSON.parse(line) as { eventName: string }).eventName);
