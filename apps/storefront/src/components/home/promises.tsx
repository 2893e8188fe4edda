import { FREE_DELIVERY_FROM } from '../../shop';
import { formatMoney } from '../../formatting/money';
import styles from './promises.module.css';

const PROMISES = [
  {
    title: 'Free delivery',
    text: `On every order from ${formatMoney(FREE_DELIVERY_FROM)}. Express to the large cities by tomorrow.`,
  },
  { title: '30 days to decide', text: 'Try it at your own desk. If it does not fit, we pick it up.' },
  { title: 'In-house repairs', text: 'Our own workshop and parts, and a loan machine while you wait.' },
];

/** Promises to shoppers. */
export function Promises() {
  return (
    <ul className={styles.promises} aria-label="Why shop with us">
      {PROMISES.map(({ title, text }) => (
        <li key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
