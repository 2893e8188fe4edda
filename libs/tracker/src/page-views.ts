import type { Tracker } from './tracker';

/** Page views that are tracked without being asked for. */
export interface PageViews {
  /** Tracks the page at the current address at once, unless it is tracked already. */
  catchUp(): void;
  /** Does something as soon as the page at the current address is tracked. */
  whenSeen(work: () => void): void;
  stop(): void;
}

/** How long a new page may take to get its title, in milliseconds. */
const TITLE_PATIENCE = 200;

/**
 * Tracks a page view now and at every change of route, once for each address. A change after `#` alone is the
 * same page.
 *
 * A router changes the address in the midst of its work, and some bring the title still later: a page is tracked
 * when it has its title, or when somebody must not wait for it.
 */
export function followPageViews(tracker: Pick<Tracker, 'page'>): PageViews {
  let seen: string | undefined;
  const waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const address = () => location.href.split('#')[0];
  const catchUp = () => {
    if (address() === seen) return;
    seen = address();
    tracker.page();
    waiting.splice(0).forEach((work) => work());
  };
  const settleIn = (delay: number, patience: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (document.title || patience <= 0) catchUp();
      else settleIn(20, patience - 20);
    }, delay);
  };
  const onRoute = () => settleIn(0, TITLE_PATIENCE);
  // A page that comes back whole from the browser's memory is seen again, without any change of route.
  const onReturn = (event: PageTransitionEvent) => {
    if (event.persisted) seen = undefined;
    onRoute();
  };
  const { pushState, replaceState } = history;
  const followed =
    (go: History['pushState']): History['pushState'] =>
    (...change) => {
      go.apply(history, change);
      onRoute();
    };
  history.pushState = followed(pushState);
  history.replaceState = followed(replaceState);
  addEventListener('popstate', onRoute);
  addEventListener('pageshow', onReturn);
  catchUp();
  return {
    catchUp,
    whenSeen(work) {
      if (address() === seen) work();
      else waiting.push(work);
    },
    stop() {
      clearTimeout(timer);
      Object.assign(history, { pushState, replaceState });
      removeEventListener('popstate', onRoute);
      removeEventListener('pageshow', onReturn);
    },
  };
}
