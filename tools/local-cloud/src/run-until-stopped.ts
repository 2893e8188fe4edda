import type { LocalCloud } from './start-local-cloud';
import type { Progress } from './progress';

/** A terminal's Ctrl-C can arrive twice, once from the terminal and once from npm. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Starts a local cloud and keeps it until the person presses Ctrl-C, npm goes away, or a
 * service cannot be kept running.
 *
 * @param start gets a signal that ends the start early
 * @param onReady called once everything answers
 * @throws Error with one line when it cannot start or does not stay up
 */
export async function runUntilStopped(
  progress: Progress,
  start: (signal: AbortSignal) => Promise<LocalCloud>,
  onReady: (cloud: LocalCloud) => void,
): Promise<void> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  for (const signal of SIGNALS) process.on(signal, interrupt);
  const orphanWatch = watchForOrphaning(interrupt);
  try {
    const cloud = await start(interrupted.signal);
    onReady(cloud);
    const reason = await Promise.race([cloud.over, abortOf(interrupted.signal)]);
    progress.say('Stopping ...');
    await cloud.stop();
    if (reason) throw new Error(reason);
    progress.say('Stopped');
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    progress.say('Stopped');
  } finally {
    clearInterval(orphanWatch);
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

function abortOf(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
}

/** Children of a killed npm get no signal, only another parent. */
function watchForOrphaning(onOrphaned: () => void): NodeJS.Timeout | undefined {
  if (!process.env['npm_lifecycle_event']) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && onOrphaned(), 1000).unref();
}
