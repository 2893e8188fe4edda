import { browserStorage } from '@clickstream/tracker';

const KEY = 'sbw.tracked';
const KEPT = 100;

const storage = browserStorage();

/** Does something once in this browser, whichever of its tabs and reloads asks for it again. */
export function onlyOnce(what: string, work: () => void): void {
  const done = (storage.get(KEY) ?? '').split(' ');
  if (done.includes(what)) return;
  storage.set(KEY, [what, ...done].slice(0, KEPT).join(' '));
  work();
}
