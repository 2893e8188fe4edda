import { formatMoment } from '../../formatting/time';
import { STATUS_LABELS } from '../../orders/status-words';
import type { OrderStep } from '../../shop/gateway';
import styles from './order-steps.module.css';

/** The way of an order until now: each status with its time. */
export function OrderSteps({ steps }: { steps: readonly OrderStep[] }) {
  return (
    <section aria-labelledby="steps" className={styles.steps}>
      <h2 id="steps">Status</h2>
      <ol>
        {steps.map(({ status, at }, index) => (
          <li key={at + status} aria-current={index === steps.length - 1 ? 'step' : undefined}>
            <span className={styles.name}>{STATUS_LABELS[status]}</span>
            <time dateTime={at}>{formatMoment(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
