import { STEPS, type Step } from '../../checkout/steps';
import { shownWords } from '../../language/shown-language';
import { ShopLink } from '../links/shop-link';
import styles from './step-trail.module.css';

/** Progress through the checkout; completed steps are links. */
export async function StepTrail({ current }: { current: Step }) {
  const { trail, steps } = (await shownWords()).checkout;
  const reached = STEPS.indexOf(current);
  return (
    <nav aria-label={trail}>
      <ol className={styles.trail}>
        {STEPS.map((name, index) => (
          <li
            key={name}
            aria-current={index === reached ? 'step' : undefined}
            data-done={index < reached || undefined}
          >
            {index < reached ? (
              <ShopLink href={`/checkout?step=${name}`}>{steps[name]}</ShopLink>
            ) : (
              steps[name]
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
