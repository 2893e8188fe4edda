import { formatMoney } from '../../formatting/money';
import { shownWords } from '../../language/shown-language';
import { FREE_DELIVERY_FROM } from '../../shop';
import { fill } from '../../words/sentences';
import styles from './promises.module.css';

/** Promises to shoppers. */
export async function Promises() {
  const { why, promises } = (await shownWords()).browse.home;
  const { delivery, returns, repairs } = promises;
  const amount = formatMoney(FREE_DELIVERY_FROM);
  return (
    <ul className={styles.promises} aria-label={why}>
      {[{ ...delivery, text: fill(delivery.text, { amount }) }, returns, repairs].map(({ title, text }) => (
        <li key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
