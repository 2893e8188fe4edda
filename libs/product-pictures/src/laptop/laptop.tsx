import type { LaptopPicture } from '../picture';
import { glowColour, lit, shaded, tone } from '../shared/finishes';
import { FloorShadow } from '../shared/floor-shadow';
import { laptopModel, type LaptopModel } from './laptop-model';
import { Slab } from '../space/slab';
import { Screen } from '../shared/wallpapers';

/** An open laptop in the size, pose and light of its model. */
export function LaptopDrawing({ picture }: { picture: LaptopPicture }) {
  const model = laptopModel(picture);
  const { camera, lid, base } = model;
  const { finish } = picture;
  return (
    <>
      <FloorShadow camera={camera} bodies={model.tent ? [base, lid] : [base]} />
      {model.tent && <Slab camera={camera} shape={base} face={shaded(finish)} body={shaded(finish)} />}
      <Slab camera={camera} shape={lid} face="#0d0e10" body={shaded(finish)}>
        <Screen {...model.screen} wallpaper={picture.wallpaper} />
        <circle cx={lid.width / 2} cy={model.screen.y / 2} r="1.4" fill="#3b4048" />
      </Slab>
      {!model.tent && (
        <Slab camera={camera} shape={base} face={lit(finish)} body={shaded(finish)}>
          <Deck picture={picture} model={model} />
        </Slab>
      )}
    </>
  );
}

function Deck({ picture, model }: { picture: LaptopPicture; model: LaptopModel }) {
  const { keys, pad, base } = model;
  const { finish, glow } = picture;
  const dark = ['black', 'graphite', 'navy', 'plum'].includes(finish);
  return (
    <>
      <rect
        x={keys.x - 5}
        y={keys.y - 5}
        width={keys.width + 10}
        height={keys.height + 10}
        rx="6"
        fill={tone(finish, 2)}
        opacity="0.55"
      />
      <path
        d={keys.rows}
        stroke={glow ? glowColour(glow) : dark ? '#0e0f11' : '#3c4046'}
        strokeWidth={keys.rowHeight}
        strokeDasharray={`${keys.keyWidth} ${keys.gap}`}
      />
      {glow && (
        <path
          d={keys.rows}
          stroke="#101114"
          strokeWidth={keys.rowHeight - 4}
          strokeDasharray={`${keys.keyWidth - 4} ${keys.gap + 4}`}
          strokeDashoffset="-2"
        />
      )}
      <rect {...pad} rx="5" fill={tone(finish, 1)} stroke={tone(finish, 2)} strokeWidth="1.5" />
      <rect x={base.width / 2 - 26} y={base.height - 4} width="52" height="4" rx="2" fill={tone(finish, 2)} />
    </>
  );
}
