import { MAX_BATCH_EVENTS, nextBatch, requestBody } from './batch';
import type { EventQueue, QueuedEvent } from './queue';
import { beacon, post } from './transport';

/** Brings queued events to the server. */
export interface Delivery {
  /** Queues an event, to be sent with the next batch. */
  add(event: QueuedEvent): void;
  /** Sends what waits, now. Settles when all of it was answered or a request has failed. Never rejects. */
  flush(): Promise<void>;
  /** Stops timers and listeners; what waits stays queued. */
  stop(): void;
}

const LONGEST_PAUSE = 60_000;

/** Whether sending the same again cannot help: anything but no answer, a timeout, a limit or a broken server. */
const isFinal = (status: number) => status >= 200 && status < 500 && status !== 408 && status !== 429;

/**
 * Sends events in batches: when one is full, a moment after the first event, and when the page is hidden.
 * An event leaves the queue when the server has answered or the browser has taken it as a beacon.
 *
 * @param flushAfter milliseconds from an event to its request
 */
export function createDelivery(endpoint: string, queue: EventQueue, flushAfter: number): Delivery {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let onTheirWay: readonly QueuedEvent[] = [];
  let failures = 0;

  function flushIn(pause: number): void {
    timer ??= setTimeout(() => void flush(), pause);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running ??= sendAll().finally(() => (running = undefined));
    return running;
  }

  async function sendAll(): Promise<void> {
    while ((onTheirWay = nextBatch(queue.waiting())).length > 0) {
      const status = await post(endpoint, requestBody(onTheirWay, new Date()));
      if (!isFinal(status)) {
        onTheirWay = [];
        failures += 1;
        const pause = Math.min(flushAfter * 2 ** failures, LONGEST_PAUSE);
        // Pages that failed together must not come back together.
        flushIn(pause * (1 + Math.random()) * 0.5);
        return;
      }
      failures = 0;
      queue.remove(onTheirWay);
    }
  }

  function add(event: QueuedEvent): void {
    queue.add(event);
    const waiting = queue.waiting();
    const isFull = waiting.length >= MAX_BATCH_EVENTS || nextBatch(waiting).length < waiting.length;
    if (isFull && failures === 0) void flush();
    else flushIn(flushAfter);
  }

  function leave(): void {
    for (;;) {
      const batch = nextBatch(queue.waiting().filter((event) => !onTheirWay.includes(event)));
      if (batch.length === 0) return;
      if (!beacon(endpoint, requestBody(batch, new Date()))) return void flush();
      queue.remove(batch);
    }
  }

  const leaveWhenHidden = () => {
    if (document.visibilityState === 'hidden') leave();
  };
  document.addEventListener('visibilitychange', leaveWhenHidden);
  addEventListener('pagehide', leave);

  return {
    add,
    flush,
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leaveWhenHidden);
      removeEventListener('pagehide', leave);
    },
  };
}
