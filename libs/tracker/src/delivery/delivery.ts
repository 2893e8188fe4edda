import { LIMITS } from '@clickstream/event-schema';
import { MAX_BATCH_EVENTS, nextBatch, requestBody } from './batch';
import type { TextStorage } from '../visitor/browser-storage';
import { areLossesFleeting, countLoss, reportLosses, type LossReason } from './losses';
import { createSenderLock, type HoldsLock } from './sender-lock';
import type { EventQueue, NewEvent } from './queue';
import { beacon, post } from './transport';

/** Brings queued events to the server. */
export interface Delivery {
  /** Queues an event, to be sent with the next batch. */
  add(event: NewEvent): void;
  /**
   * Sends what waits, now, unless the server asked for a pause. Settles when it was
   * answered or a request has failed.
   */
  flush(): Promise<void>;
  /** Stops timers and listeners; what waits stays queued. */
  stop(): void;
}

export interface DeliveryOptions {
  readonly endpoint: string;
  readonly storage: TextStorage;
  readonly queue: EventQueue;
  /** Milliseconds from an event to its request. */
  readonly flushAfter: number;
  /** Records how many events were lost, and why. */
  readonly reportLoss: (loss: { readonly lost: number; readonly reason: string }) => void;
}

const MAX_BACK_OFF_MS = 60_000;
/**
 * The longest that a server can ask to be left alone: a wrong answer must not silence a browser.
 */
const MAX_RETRY_AFTER_MS = 3_600_000;
const PAUSE_KEY = 'clickstream.pause';

/**
 * Sends events in batches: when one is full, a moment after the first event or the last
 * view of a page, and when the page is hidden or left. An event leaves the queue when the
 * server has answered for it.
 */
export function createDelivery({
  endpoint,
  storage,
  queue,
  flushAfter,
  reportLoss,
}: DeliveryOptions): Delivery {
  const withSenderLock = createSenderLock(storage);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let batchLimit = MAX_BATCH_EVENTS;
  /**
   * Events of a request that is not answered, and those that the browser took as
   * beacons when the page was left.
   */
  const inFlight = new Set<string>();
  /** Those that alone in a request got no answer: they let the others go first. */
  const aside = new Set<string>();
  let isLeft = false;
  const stopping = new AbortController();
  const { signal } = stopping;
  const mayRequest = () => !isLeft && !signal.aborted;

  const lose = (reason: LossReason, lost: number) => countLoss(storage, reason, lost);

  function stopTimer(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function flushIn(pause: number): void {
    timer ??= setTimeout(flush, pause);
  }

  function flush(): Promise<void> {
    stopTimer();
    running ??= withSenderLock(sendAll).finally(() => {
      running = undefined;
      // Events that came too late for this run, or belong to another tab,
      // which may end before it sends.
      if (mayRequest() && !queue.isEmpty()) flushIn(flushAfter);
    });
    return running;
  }

  async function sendAll(holdsLock: HoldsLock): Promise<void> {
    while (mayRequest() && holdsLock()) {
      lose('queue_full', queue.makeRoom(inFlight));
      const rest = Number(storage.get(PAUSE_KEY)) - Date.now();
      // A longer one than any was asked for before the clock was set back.
      if (rest > 0 && rest <= MAX_RETRY_AFTER_MS) return flushIn(rest);
      const sent = nextBatch(queue.waiting(new Set([...inFlight, ...aside])), batchLimit);
      if (sent.length === 0) {
        if (aside.size === 0) return;
        aside.clear();
        continue;
      }
      sent.forEach(({ key }) => inFlight.add(key));
      const [status, wait, events] = await post(endpoint, requestBody(sent, new Date()));
      sent.forEach(({ key }) => inFlight.delete(key));
      if (events && events.accepted + events.rejected?.length >= sent.length) {
        queue.forget(sent);
        failures = 0;
        batchLimit = Math.min(batchLimit * 2 || 1, MAX_BATCH_EVENTS);
        reportLosses(storage, reportLoss);
      } else {
        const isRefused = status === 400 || status === 413;
        // Halves find the event that is the reason, which goes alone in the end; and what a slow
        // network cannot carry in time, it may carry in parts.
        if (isRefused || status === 0 || failures > 2) batchLimit = sent.length >> 1;
        if (isRefused) {
          if (batchLimit > 0) continue;
          queue.forget(sent);
          lose('rejected', 1);
          // A server that refuses one after the other refuses more than events: it gets pauses.
          failures += 1;
          if (failures < 2) continue;
        } else {
          failures += 1;
          if (batchLimit === 0) sent.forEach(({ key }) => aside.add(key));
          // Once in an outage: a browser tells a page no more of an answer that it must not read.
          if (status === 0 && failures === 2 && navigator.onLine)
            console.warn(`No answer from ${endpoint} (CORS?)`);
        }
        // Pages that failed together must not come back together.
        const backOff = (Math.min(flushAfter * 2 ** failures, MAX_BACK_OFF_MS) * (1 + Math.random())) / 2;
        const pause = Math.min(wait + backOff, MAX_RETRY_AFTER_MS);
        // A server that answers is spared by all tabs and by the next page. A
        // network may be back at any time.
        if (status > 0) storage.set(PAUSE_KEY, String(Date.now() + pause));
        return flushIn(pause);
      }
    }
  }

  function add(event: NewEvent): void {
    // No server takes it, and it would push out of a full queue all that is older.
    if (event.line.length > LIMITS.maxBodyBytes) return lose('rejected', 1);
    const isFull = queue.add(event);
    if (isFull) lose('queue_full', queue.makeRoom(inFlight));
    if (isLeft) handOver();
    else if (isFull && failures === 0) void flush();
    // Events that come during a request are handled when it has ended, which may call for a pause.
    // A view waits all of its moment, in which the page brings its title.
    else if (!running) {
      if (event.name === 'page_view' && !failures) stopTimer();
      flushIn(flushAfter);
    }
  }

  /**
   * Gives what waits to the browser, which may have room for a small batch
   * after it refused a large one.
   */
  function handOver(): void {
    const rest = [...queue.waiting(inFlight)];
    while (rest.length > 0 && !signal.aborted) {
      const batch = nextBatch(rest);
      if (beacon(endpoint, requestBody(batch, new Date()))) batch.forEach(({ key }) => inFlight.add(key));
      rest.splice(0, batch.length);
    }
  }

  function leave(): void {
    isLeft = true;
    handOver();
    const fleeting = [...queue.waiting(inFlight)].filter(({ key }) => storage.isFleeting(key));
    queue.forget(fleeting);
    lose('storage_failed', fleeting.length);
    // A count that stays on the device is reported by a later page.
    if (areLossesFleeting(storage)) reportLosses(storage, reportLoss);
  }

  const onVisibility = () => {
    if (document.visibilityState === 'hidden') void flush();
  };
  const onReturn = () => {
    if (!isLeft) return;
    isLeft = false;
    inFlight.clear();
    void flush();
  };
  document.addEventListener('visibilitychange', onVisibility, { signal });
  addEventListener('pagehide', leave, { signal });
  addEventListener('pageshow', onReturn, { signal });
  addEventListener('online', flush, { signal });
  if (!queue.isEmpty()) flushIn(flushAfter);

  return {
    add,
    flush,
    stop() {
      clearTimeout(timer);
      stopping.abort();
    },
  };
}
