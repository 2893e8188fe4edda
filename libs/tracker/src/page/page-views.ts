import { followRoutes, type RouteOptions } from './routes';
import type { Tracker } from '../tracker';

/** Page views that are tracked automatically. */
export interface PageViews {
  /** Tracks the page at the current address at once, unless it is tracked already. */
  recordNow(): void;
  /** Runs the work as soon as the page at the current address is tracked. */
  afterPageView(work: () => void): void;
  stop(): void;
}

/** Tracks a page view now and at every change of route, once for each address. */
export function followPageViews(
  tracker: Pick<Tracker, 'page'>,
  options: Pick<RouteOptions, 'countFilters'> = {},
): PageViews {
  const waiting: (() => void)[] = [];
  const stopping = new AbortController();
  const { pushState, replaceState } = history;
  const page = (titleBefore?: string) => {
    if (stopping.signal.aborted) return;
    tracker.page(titleBefore);
    waiting.splice(0).forEach((work) => work());
  };
  const { recordNow, isSeen } = followRoutes({ page }, { ...options, signal: stopping.signal });
  return {
    recordNow,
    afterPageView(work) {
      if (isSeen()) work();
      else waiting.push(work);
    },
    stop() {
      stopping.abort();
      Object.assign(history, { pushState, replaceState });
    },
  };
}
