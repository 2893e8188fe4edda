import { formatMoney } from '../../formatting/money';
import { formatMoment } from '../../formatting/time';
import { wordsIn } from '../../words';
import type { DeskChange } from '../../shop';
import styles from './tables.module.css';

/** Changes of an order: when, and by whom. */
export function ChangesTable({ changes }: { changes: readonly DeskChange[] }) {
  return (
    <div className={styles.scroll} role="region" aria-label="History" tabIndex={0}>
      <table className={styles.table}>
        <caption>History</caption>
        <thead>
          <tr>
            <th>When</th>
            <th>What</th>
            <th>By whom</th>
            <th>Note</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
            <tr key={index}>
              <td>{formatMoment(change.at, 'en')}</td>
              <td>{whatOf(change)}</td>
              <td>{change.actor}</td>
              <td>{change.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function whatOf({ from, to, refund }: DeskChange): string {
  const money = refund === null ? '' : `${formatMoney(refund)} given back`;
  return [from === to ? '' : wordsIn('en').order.statuses[to], money].filter(Boolean).join(', ');
}
