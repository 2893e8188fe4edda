import { shownWords } from '../../language/shown-language';
import { DeskScene } from './desk-scene';
import { ButtonLink } from '../links/button-link';
import styles from './hero.module.css';

/** The first section in events, the same in every language: it advertises departments. */
export const HERO_PROMOTION = { id: 'hero', name: 'The desk you look forward to', slot: 'home:hero' };

/** The first section of the home page. */
export async function Hero() {
  const { hero } = (await shownWords()).browse.home;
  return (
    <section className={styles.hero} data-promotion={HERO_PROMOTION.id}>
      <div className={styles.words}>
        <h1>{hero.title}</h1>
        <p>{hero.text}</p>
        <div className={styles.actions}>
          <ButtonLink href="/category/laptops">{hero.laptops}</ButtonLink>
          <ButtonLink href="/category/monitors" look="quiet">
            {hero.monitors}
          </ButtonLink>
        </div>
      </div>
      <div className={styles.picture}>
        <DeskScene />
      </div>
    </section>
  );
}
