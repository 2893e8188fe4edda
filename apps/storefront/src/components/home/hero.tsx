import { DeskScene } from './desk-scene';
import { ButtonLink } from '../forms/button';
import styles from './hero.module.css';

/** The first section in events: it advertises departments. */
export const HERO_PROMOTION = { id: 'hero', name: 'The desk you look forward to', slot: 'home:hero' };

/** The first section of the home page. */
export function Hero() {
  return (
    <section className={styles.hero} data-promotion={HERO_PROMOTION.id}>
      <div className={styles.words}>
        <h1>The desk you look forward to.</h1>
        <p>
          Laptops, monitors and accessories chosen by people who use them all day. At your door in one to
          three days, anywhere in Viet Nam.
        </p>
        <div className={styles.actions}>
          <ButtonLink href="/category/laptops">Shop laptops</ButtonLink>
          <ButtonLink href="/category/monitors" look="quiet">
            Find a monitor
          </ButtonLink>
        </div>
      </div>
      <div className={styles.picture}>
        <DeskScene />
      </div>
    </section>
  );
}
