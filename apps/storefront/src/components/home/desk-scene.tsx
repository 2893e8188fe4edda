import type { Picture } from '../../shop/gateway';
import { Drawing } from '@clickstream/product-pictures';
import styles from './desk-scene.module.css';

interface Placed {
  readonly picture: Picture;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Products on the desk of the home page, the farthest first. */
const ON_THE_DESK: readonly Placed[] = [
  {
    picture: {
      drawing: 'monitor',
      shape: 'wide',
      curved: true,
      screenInches: 40,
      stand: 'arm',
      finish: 'silver',
      wallpaper: 'dusk',
    },
    x: 130,
    y: -18,
    width: 440,
  },
  {
    picture: { drawing: 'laptop', pose: 'left', screenInches: 14, finish: 'sand', wallpaper: 'dune' },
    x: 4,
    y: 168,
    width: 316,
  },
  {
    picture: { drawing: 'keyboard', layout: 'compact', finish: 'white', keys: 'white' },
    x: 290,
    y: 236,
    width: 236,
  },
  { picture: { drawing: 'mouse', shape: 'low', finish: 'terracotta' }, x: 508, y: 288, width: 112 },
];

/** A desk with products of the shop. */
export function DeskScene() {
  return (
    <svg viewBox="0 0 640 430" aria-hidden="true">
      <ellipse cx="326" cy="338" rx="312" ry="88" className={styles.desk} />
      {ON_THE_DESK.map(({ picture, x, y, width }) => (
        <svg key={picture.drawing} x={x} y={y} width={width} height={width * 0.75} viewBox="0 0 400 300">
          <Drawing picture={picture} />
        </svg>
      ))}
    </svg>
  );
}
