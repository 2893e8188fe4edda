import type { Picture } from '../../shop/gateway';
import { pictureAddress } from '../../pictures/picture-address';
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
    x: 148,
    y: -5,
    width: 405,
  },
  {
    picture: { drawing: 'laptop', pose: 'left', screenInches: 14, finish: 'sand', wallpaper: 'dune' },
    x: 17,
    y: 177,
    width: 291,
  },
  {
    picture: { drawing: 'keyboard', layout: 'compact', finish: 'white', keys: 'white' },
    x: 299,
    y: 243,
    width: 217,
  },
  { picture: { drawing: 'mouse', shape: 'low', finish: 'terracotta' }, x: 512, y: 291, width: 103 },
];

/** A desk with products of the shop. */
export function DeskScene() {
  return (
    <svg viewBox="0 0 640 430" aria-hidden="true">
      <ellipse cx="326" cy="338" rx="312" ry="88" className={styles.desk} />
      {ON_THE_DESK.map(({ picture, x, y, width }) => (
        <image
          key={picture.drawing}
          href={pictureAddress(picture)}
          x={x}
          y={y}
          width={width}
          height={width * 0.75}
        />
      ))}
    </svg>
  );
}
