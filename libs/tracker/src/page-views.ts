import type { Tracker } from './tracker';

/**
 * Tracks a page view now and at every change of route, once for each address. Returns how to stop.
 * A change after `#` alone is the same page.
 */
export function followPageViews(tracker: Pick<Tracker, 'page'>): () => void {
  let seen: string | undefined;
  const onPage = () => {
    const [address] = location.href.split('#');
    if (address === seen) return;
    seen = address;
    tracker.page();
  };
  // A router changes the address in the midst of its work. Once that is done, title and shopper are the new page's.
  const onRoute = () => queueMicrotask(onPage);
  // A page that comes back whole from the browser's memory is seen again, without any change of route.
  const onReturn = (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    seen = undefined;
    onPage();
  };
  const { pushState, replaceState } = history;
  history.pushState = (...change) => {
    pushState.apply(history, change);
    onRoute();
  };
  history.replaceState = (...change) => {
    replaceState.apply(history, change);
    onRoute();
  };
  addEventListener('popstate', onRoute);
  addEventListener('pageshow', onReturn);
  onPage();
  return () => {
    Object.assign(history, { pushState, replaceState });
    removeEventListener('popstate', onRoute);
    removeEventListener('pageshow', onReturn);
  };
}
