import type { Tracker } from '../tracker';

export interface RouteOptions {
  /**
   * Counts a change of search parameters by `replaceState`, as filters make it, as a view. Default:
   * false.
   */
  readonly countFilters?: boolean;
  /** The address of a page that is already tracked. Default: none. */
  readonly seen?: string;
  /** Ends the listeners. */
  readonly signal?: AbortSignal;
}

/** A fragment is part of the page, unless it looks like a route: `#/laptops`, `#!/laptops`. */
const addressOf = (href: string) => href.replace(/#(?!!?\/).*/, '');
const currentAddress = () => addressOf(location.href);
const withoutSearch = (address: string) => address.replace(/\?[^#]*/g, '');

/**
 * Reports the current page to the tracker, and each page that a router opens. Search parameters
 * that replace those of the page are filters, and the same page.
 *
 * A router changes the address in the middle of its work, and some leave it again at once: a page
 * is tracked when that is done, or when another event must not wait for it.
 */
export function followRoutes(tracker: Pick<Tracker, 'page'>, options: RouteOptions) {
  const { countFilters, signal } = options;
  let seen = options.seen && addressOf(options.seen);
  let current = currentAddress();
  let titleBefore: string | undefined;
  const isSeen = () => currentAddress() === seen;
  /** Notes a new address. @returns true if it is new */
  const note = (mayFilter: unknown) => {
    const next = currentAddress();
    if (next === current) return false;
    titleBefore = document.title;
    if (mayFilter === true && seen === current && withoutSearch(next) === withoutSearch(seen)) seen = next;
    current = next;
    return true;
  };
  const recordNow = () => {
    note(false);
    if (isSeen()) return;
    seen = currentAddress();
    tracker.page(titleBefore);
  };
  const onRoute = (mayFilter?: unknown) => {
    if (note(mayFilter)) setTimeout(recordNow);
  };
  const follow = (name: 'pushState' | 'replaceState', mayFilter: boolean) => {
    const change = history[name];
    history[name] = (...state) => {
      change.apply(history, state);
      onRoute(mayFilter);
    };
  };
  follow('pushState', false);
  follow('replaceState', !countFilters);
  // For browsers that report it before the router does, which brings another title.
  window.navigation?.addEventListener(
    'currententrychange',
    ({ navigationType }) => navigationType === 'traverse' && onRoute(),
    { signal },
  );
  addEventListener('popstate', onRoute, { signal });
  // A page that is restored from the browser's memory is seen again, without a change of route.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      seen = titleBefore = undefined;
      recordNow();
    },
    { signal },
  );
  recordNow();
  return { recordNow, isSeen };
}
