import { FREE_DELIVERY_FROM } from '../../shop';
import { formatMoney } from '../../formatting/money';
import styles from './promises.module.css';

const PROMISES = [
  {
    title: 'Free delivery',
    text: `On every order from ${formatMoney(FREE_DELIVERY_FROM)}. Express to the large cities by tomorrow.`,
  },
  { title: '30 days to decide', text: 'Try it on your own desk. If it does not fit, we fetch it.' },
  { title: 'Repairs in house', text: 'Our own workshop, our own parts, and a loan machine while you wait.' },
];

/** Promises to shoppers. */
export function Promises() {
  return (
    <ul className={styles.promises} aria-label="What you can rely on">
      {PROMISES.map(({ title, text }) => (
        <li key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
