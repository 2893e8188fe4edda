import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { InspectionStore } from './inspection';
import { InspectedEvent } from './inspected-event';
import styles from './inspector.module.css';
import { warehouseWords, warningsOf } from './words';

const PANEL = 'event-inspector';

/** The drawer with the events of the page. Closed, it is a button that counts them. */
export function Inspector({ store }: { store: InspectionStore }) {
  const { entries, fates, dueAt, consent } = useSyncExternalStore(store.follow, store.read);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const now = useNow(isOpen && dueAt !== null);
  const seconds = dueAt === null ? null : Math.max(0, Math.ceil((dueAt - now) / 1000));
  const warned = entries.filter((entry) => warningsOf(entry, fates?.events[entry.id]).length > 0).length;
  const rejected = entries.filter(({ state }) => state === 'rejected').length;
  const isWaiting = entries.some(({ state }) => state === 'queued');
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <section
      aria-label="Event inspector"
      className={styles.inspector}
      onKeyDown={({ key }) => {
        if (key === 'Escape' && isOpen) close();
      }}
    >
      {isOpen && (
        <div id={PANEL} className={styles.panel}>
          <header className={styles.top}>
            <h2>Events of this page</h2>
            <p className={styles.counts} role="status">
              {`${count(entries.length, 'event')}, ${count(warned, 'with a warning', '')}, ${rejected} rejected`}
            </p>
            <div className={styles.actions}>
              <button type="button" onClick={store.sendNow} disabled={!isWaiting}>
                Send now
              </button>
              <button type="button" onClick={store.clear} disabled={entries.length === 0}>
                Clear
              </button>
              <button type="button" onClick={close}>
                Close
              </button>
            </div>
            {consent !== 'granted' && <p className={styles.note}>{CONSENT[consent]}</p>}
            {warehouseWords(fates) && <p className={styles.note}>{warehouseWords(fates)}</p>}
          </header>
          {entries.length === 0 ? (
            <p className={styles.empty}>Nothing recorded yet. Click something in the shop.</p>
          ) : (
            <ol className={styles.events} tabIndex={0} aria-label="Events, the newest first">
              {[...entries].reverse().map((entry) => (
                <InspectedEvent
                  key={entry.id}
                  entry={entry}
                  fate={fates?.events[entry.id]}
                  seconds={seconds}
                  isWarehouseAsked={fates?.warehouse === 'asked'}
                />
              ))}
            </ol>
          )}
        </div>
      )}
      <button
        ref={opener}
        type="button"
        className={styles.opener}
        aria-expanded={isOpen}
        aria-controls={isOpen ? PANEL : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {`Events ${entries.length}`}
        {warned + rejected > 0 && (
          <span className={styles.badge}>{count(warned + rejected, 'to look at', '')}</span>
        )}
      </button>
    </section>
  );
}

const CONSENT: Readonly<Record<string, string>> = {
  denied: 'Nothing is recorded: this browser has not agreed. Accept in Privacy choices.',
  cookieless: 'Recorded without ids: this browser has agreed to no more.',
};

const count = (number: number, word: string, plural = 's') =>
  `${number} ${word}${number === 1 ? '' : plural}`;

/** The time, every second while it is needed. */
function useNow(isNeeded: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isNeeded) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [isNeeded]);
  return now;
}
