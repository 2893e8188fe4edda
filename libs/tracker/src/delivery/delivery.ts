// The label marks statements that the script tag leaves out: bundle.mjs.
/* eslint-disable no-unused-labels */
import { LIMITS } from '@clickstream/event-schema';
import { MAX_BATCH_EVENTS, nextBatch, requestBody } from './batch';
import type { TextStorage } from '../visitor/browser-storage';
import { areLossesFleeting, countLoss, reportLosses, type LossReason } from './losses';
import { createSenderLock, type HoldsLock } from './sender-lock';
import type { EventQueue, NewEvent } from './queue';
import { beacon, post } from './transport';

/** Delivers queued events to the server. */
export interface Delivery {
  /** Queues an event, to be sent with the next batch. */
  add(event: NewEvent): void;
  /**
   * Sends the waiting events now, unless the server asked for a pause. Settles when they were
   * answered or a request has failed.
   */
  flush(): Promise<void>;
  /** Stops timers and listeners; waiting events stay queued. */
  stop(): void;
}

export interface DeliveryOptions {
  readonly endpoint: string;
  readonly storage: TextStorage;
  readonly queue: EventQueue;
  /** Milliseconds that an event may wait for others; a page view begins them again. */
  readonly flushAfter: number;
  /** Records how many events were lost, and why. */
  readonly reportLoss: (loss: { readonly lost: number; readonly reason: string }) => void;
}

/** The wait of what must not wait: orders, events of an earlier page, a first try that failed. */
const MOMENT_MS = 2_000;
const MAX_BACK_OFF_MS = 60_000;
/** The longest pause that a server can ask for: a wrong answer must not silence a browser. */
const MAX_RETRY_AFTER_MS = 3_600_000;
const PAUSE_KEY = 'clickstream.pause';

/**
 * Sends events in batches: when one is full, some time after the first event or the last page view,
 * a moment after an order, and when the page is hidden or left. An event leaves the queue when the
 * server has confirmed it.
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
   * Events of an unanswered request, and those that the browser accepted as beacons when the page
   * was left.
   */
  const inFlight = new Set<string>();
  /** Events that got no answer when they were sent alone: they let the others go first. */
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
    OBSERVED: if (!timer) queue.observe?.({ step: 'due', at: Date.now() + pause });
    timer ??= setTimeout(flush, pause);
  }

  function flush(): Promise<void> {
    stopTimer();
    running ??= withSenderLock(sendAll).finally(() => {
      running = undefined;
      // Events that came too late for this run, or belong to another tab, which may end before it
      // sends them.
      if (mayRequest() && !queue.isEmpty()) flushIn(MOMENT_MS);
    });
    return running;
  }

  async function sendAll(holdsLock: HoldsLock): Promise<void> {
    while (mayRequest() && holdsLock()) {
      lose('queue_full', queue.makeRoom(inFlight));
      const rest = Number(storage.get(PAUSE_KEY)) - Date.now();
      // A longer pause than any server can ask for is left from before the clock was set back.
      if (rest > 0 && rest <= MAX_RETRY_AFTER_MS) return flushIn(rest);
      const sent = nextBatch(queue.waiting(new Set([...inFlight, ...aside])), batchLimit);
      if (sent.length === 0) {
        if (aside.size === 0) return;
        aside.clear();
        continue;
      }
      sent.forEach(({ key }) => inFlight.add(key));
      OBSERVED: queue.observe?.({ step: 'sent', lines: sent.map(({ line }) => line) });
      const [status, wait, events] = await post(endpoint, requestBody(sent, new Date()));
      sent.forEach(({ key }) => inFlight.delete(key));
      OBSERVED: queue.observe?.({
        step: 'answered',
        lines: sent.map(({ line }) => line),
        status,
        answer: events,
      });
      if (events && events.accepted + events.rejected?.length >= sent.length) {
        queue.forget(sent);
        failures = 0;
        batchLimit = Math.min(batchLimit * 2 || 1, MAX_BATCH_EVENTS);
        reportLosses(storage, reportLoss);
      } else {
        const isRefused = status === 400 || status === 413;
        // Halving finds the faulty event, which is finally sent alone; and a slow network may carry
        // in parts what it cannot carry at once.
        if (isRefused || status === 0 || failures > 2) batchLimit = sent.length >> 1;
        if (isRefused) {
          if (batchLimit > 0) continue;
          queue.forget(sent);
          lose('rejected', 1);
          // A server that refuses one request after the other does not refuse single events: it
          // gets pauses.
          failures += 1;
          if (failures < 2) continue;
        } else {
          failures += 1;
          if (batchLimit === 0) sent.forEach(({ key }) => aside.add(key));
          // Once per outage: for an answer that a page must not read, the browser gives no other
          // hint.
          if (status === 0 && failures === 2 && navigator.onLine)
            console.warn(`No answer from ${endpoint} (CORS?)`);
        }
        // Pages that failed at the same time must not retry at the same time.
        const backOff = (Math.min(MOMENT_MS * 2 ** failures, MAX_BACK_OFF_MS) * (1 + Math.random())) / 2;
        const pause = Math.min(wait + backOff, MAX_RETRY_AFTER_MS);
        // All tabs and the next page observe the pause of a server that answers. A network may be
        // back at any time.
        if (status > 0) storage.set(PAUSE_KEY, String(Date.now() + pause));
        return flushIn(pause);
      }
    }
  }

  function add(event: NewEvent): void {
    // No server accepts it, and it would displace everything older from a full queue.
    if (event.line.length > LIMITS.maxBodyBytes) return lose('rejected', 1);
    const isFull = queue.add(event);
    OBSERVED: queue.observe?.({ step: 'queued', line: event.line });
    if (isFull) lose('queue_full', queue.makeRoom(inFlight));
    if (isLeft) handOver();
    else if (isFull && failures === 0) void flush();
    // Events that come during a request are handled when it has ended, which may require a pause. A
    // page view waits the full time, in which the page may set its title.
    else if (!running) {
      if (event.name === 'page_view' && !failures) stopTimer();
      flushIn(flushAfter);
    }
  }

  /**
   * Hands the waiting events to the browser, which may have room for a small batch after it refused
   * a large one.
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
    // A count that is stored on the device is reported by a later page.
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
  if (!queue.isEmpty()) setTimeout(flush, MOMENT_MS);

  return {
    add,
    flush,
    stop() {
      clearTimeout(timer);
      stopping.abort();
    },
  };
}
