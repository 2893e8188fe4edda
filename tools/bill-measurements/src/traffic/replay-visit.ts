import type { EventName, PayloadOf } from '@clickstream/event-schema';
import type { SimulatedEvent, SimulatedSession } from '@clickstream/shopper-simulator';
import { createTracker, type Shopper, type Tracker } from '@clickstream/tracker';
import type { SimulatedPage } from './simulated-page';
import { clock } from './virtual-clock';

/** Differences between the visits of one shop and of another. */
export interface VisitOptions {
  /** Milliseconds that the tracker lets events wait; its default if undefined. */
  readonly flushAfter: number | undefined;
  /** True when each page is a document, false when a router shows it. */
  readonly isDocumentEach: boolean;
}

/** Time on the last page, in milliseconds: that of the others in the middle. */
const LAST_LOOK = 9_000;
/** A phone locks its screen, or shows another app, when its owner does something else. */
const AWAY = 60_000;

/** Repeats a simulated visit on the page, event by event at its time, by the real tracker. */
export async function replayVisit(
  page: SimulatedPage,
  { clientId, userAgent, events }: SimulatedSession,
  { flushAfter, isDocumentEach }: VisitOptions,
): Promise<void> {
  const [first] = events;
  if (!first) return;
  const isPhone = userAgent.includes('Mobile');
  let now = Date.parse(first.eventTimestamp);
  let tracker: Tracker | undefined;
  clock.startAt(now);
  page.enter(clientId, userAgent, first.referrer ?? '');
  for (const event of events) {
    const gap = Date.parse(event.eventTimestamp) - now;
    now += gap;
    if (isPhone && gap > AWAY) page.setVisible(false);
    await clock.advance(gap);
    if (isPhone && gap > AWAY) page.setVisible(true);
    if (event.eventName === 'page_view') page.show(event.pageUrl ?? '/', event.pageTitle ?? '');
    if (tracker && isDocumentEach && event.eventName === 'page_view') {
      leave(page, tracker);
      tracker = undefined;
    }
    tracker ??= createTracker({ endpoint: 'https://api.example/clickstream', flushAfter });
    record(tracker, event);
  }
  await clock.advance(LAST_LOOK);
  // A phone's page is put away and gets its answer; a desktop's tab is closed and does not.
  if (isPhone) {
    page.setVisible(false);
    await clock.advance(1_000);
    tracker?.stop();
  } else if (tracker) leave(page, tracker);
}

function leave(page: SimulatedPage, tracker: Tracker): void {
  page.leave();
  tracker.stop();
}

/** Fields of an event that the tracker adds to its payload. */
const ENVELOPE = new Set([
  'eventName',
  'eventId',
  'eventTimestamp',
  'schemaVersion',
  'clientId',
  'sessionId',
  'isFirstVisit',
  'userId',
  'userLoginState',
  'identitySource',
  'pageUrl',
  'pageTitle',
  'referrer',
]);

/** Records an event as the shop's page does. */
function record(tracker: Tracker, event: SimulatedEvent): void {
  const { eventName, eventId, userId, userLoginState: loginState, identitySource } = event;
  tracker.identify({ userId, loginState, identitySource } as Shopper);
  if (eventName === 'page_view') return tracker.page();
  const payload = Object.fromEntries(Object.entries(event).filter(([field]) => !ENVELOPE.has(field)));
  tracker.track(eventName as EventName, payload as unknown as PayloadOf<EventName>, { eventId });
}
