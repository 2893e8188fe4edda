import type { Entry } from './entries';
import type { Fate } from './fates';
import styles from './inspected-event.module.css';
import { placeOf, statusOf, warningsOf } from './words';

interface InspectedEventProps {
  readonly entry: Entry;
  readonly fate: Fate | undefined;
  /** Until the next request, if one is planned. */
  readonly seconds: number | null;
  readonly isWarehouseAsked: boolean;
}

/** One event: how far it has come, what is wrong with it, its fields, its row. */
export function InspectedEvent({ entry, fate, seconds, isWarehouseAsked }: InspectedEventProps) {
  const { words, look } = statusOf(entry, fate, seconds);
  const warnings = warningsOf(entry, fate);
  const { loaded } = fate ?? {};
  return (
    <li className={styles.event}>
      <details>
        <summary>
          <span className={styles.name}>{entry.name}</span>
          <time dateTime={String(entry.event['eventTimestamp'])} className={styles.time}>
            {clock(entry.event['eventTimestamp'])}
          </time>
          <span className={`${styles.status} ${styles[look]}`}>{words}</span>
        </summary>
        <dl className={styles.facts}>
          <dt>Contract</dt>
          <dd>
            {fate === undefined ? 'Not checked yet' : fate.faults.length === 0 ? 'Fits' : 'Does not fit'}
          </dd>
          <dt>In the bucket</dt>
          <dd>{entry.state === 'accepted' ? placeOf(fate) : 'Not yet'}</dd>
          {isWarehouseAsked && (
            <>
              <dt>Loaded</dt>
              <dd>{loaded ? clock(loaded.at) : 'Not yet'}</dd>
            </>
          )}
        </dl>
        <Fields title="As it is sent" fields={entry.event} />
        {loaded && <Fields title="Its row in the warehouse" fields={loaded.row} />}
      </details>
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Fields({ title, fields }: { title: string; fields: Readonly<Record<string, unknown>> }) {
  return (
    <table className={styles.fields}>
      <caption>{title}</caption>
      <tbody>
        {Object.entries(fields).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{typeof value === 'string' ? value : JSON.stringify(value, null, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Time of day on this browser's clock. */
function clock(time: unknown): string {
  const date = new Date(String(time));
  return Number.isNaN(date.getTime()) ? '–' : date.toTimeString().slice(0, 8);
}
