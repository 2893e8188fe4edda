import { STEPS, type Step } from '../../checkout/steps';
import { ShopLink } from '../links/shop-link';
import styles from './step-trail.module.css';

/** Progress through the checkout; completed steps are links. */
export function StepTrail({ current }: { current: Step }) {
  const reached = STEPS.findIndex((step) => step.name === current);
  return (
    <nav aria-label="Checkout steps">
      <ol className={styles.trail}>
        {STEPS.map(({ name, title }, index) => (
          <li
            key={name}
            aria-current={index === reached ? 'step' : undefined}
            data-done={index < reached || undefined}
          >
            {index < reached ? <ShopLink href={`/checkout?step=${name}`}>{title}</ShopLink> : title}
          </li>
        ))}
      </ol>
    </nav>
  );
}
