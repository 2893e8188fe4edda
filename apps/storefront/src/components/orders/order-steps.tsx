import { formatMoment } from '../../formatting/time';
import { shownLanguage, shownWords } from '../../language/shown-language';
import type { OrderStep } from '../../shop/gateway';
import styles from './order-steps.module.css';

/** The way of an order until now: each status with its time. */
export async function OrderSteps({ steps }: { steps: readonly OrderStep[] }) {
  const [language, { order }] = await Promise.all([shownLanguage(), shownWords()]);
  return (
    <section aria-labelledby="steps" className={styles.steps}>
      <h2 id="steps">{order.steps}</h2>
      <ol>
        {steps.map(({ status, at }, index) => (
          <li key={at + status} aria-current={index === steps.length - 1 ? 'step' : undefined}>
            <span className={styles.name}>{order.statuses[status]}</span>
            <time dateTime={at}>{formatMoment(at, language)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
