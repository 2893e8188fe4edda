import type { GadgetPicture } from '../picture';
import { glowColour, lit, shaded, tone } from '../shared/finishes';
import { FloorShadow } from '../shared/floor-shadow';
import { slabPoints, type SlabShape } from '../space/outline';
import { add, cameraFor, leaning, times, type Point3 } from '../space/projection';
import { Slab } from '../space/slab';

interface Props {
  readonly picture: GadgetPicture;
}

/** A webcam on the edge of a screen. */
export function WebcamDrawing({ picture: { finish } }: Props) {
  return (
    <>
      <rect x="40" y="196" width="320" height="74" rx="8" fill="#17191c" />
      <rect x="50" y="206" width="300" height="64" fill="url(#sky-dusk)" />
      <path d="M174 178h52l10 44h-72z" fill={shaded(finish)} />
      <rect x="86" y="82" width="236" height="108" rx="54" fill={shaded(finish)} />
      <rect x="80" y="76" width="236" height="108" rx="54" fill={lit(finish)} />
      <circle cx="198" cy="130" r="42" fill="#0d0e10" />
      <circle cx="198" cy="130" r="30" fill="#1d2a4a" />
      <circle cx="198" cy="130" r="17" fill="#0a0f1e" />
      <circle cx="188" cy="119" r="8" fill="#9fc0ff" opacity="0.7" />
      <circle cx="270" cy="130" r="5" fill="#6fd08a" />
      <path
        d="M112 118c6-14 14-22 26-26"
        stroke="#fff"
        strokeWidth="6"
        strokeLinecap="round"
        fill="none"
        opacity="0.25"
      />
    </>
  );
}

/** A folding laptop stand: a foot, a strut and the tray that holds the laptop. */
export function StandDrawing({ picture: { finish } }: Props) {
  const foot = sheet([0, 5, -90], 180, 200, 180);
  const strut = sheet([0, 128, -6], 122, 120, 148);
  const tray = sheet([0, 186, -96], 160, 236, 226);
  const camera = cameraFor({ yaw: -32, pitch: 20 }, [foot, strut, tray].flatMap(slabPoints), 0.92);
  return (
    <>
      <FloorShadow camera={camera} bodies={[foot]} />
      <Slab camera={camera} shape={foot} face={lit(finish)} body={shaded(finish)}>
        <rect x="44" y="40" width="112" height="100" rx="10" fill={tone(finish, 2)} opacity="0.4" />
      </Slab>
      <Slab camera={camera} shape={strut} face={tone(finish, 2)} body={shaded(finish)} />
      <Slab camera={camera} shape={tray} face={lit(finish)} body={shaded(finish)}>
        <rect x="50" y="34" width="136" height="120" rx="12" fill={tone(finish, 3)} opacity="0.45" />
        <rect x="34" y="200" width="40" height="18" rx="8" fill={tone(finish, 3)} />
        <rect x="162" y="200" width="40" height="18" rx="8" fill={tone(finish, 3)} />
      </Slab>
    </>
  );
}

/** A thin sheet of metal that hangs down from `top` and leans by `lean` degrees. */
function sheet(top: Point3, lean: number, width: number, height: number): SlabShape {
  const plane = {
    origin: add(top, [-width / 2, 0, 0]),
    right: [1, 0, 0],
    down: times(leaning(lean), -1),
  } as const;
  return { plane, width, height, thickness: 5, radius: 14 };
}

/** A monitor arm, clamped to a desk. */
export function ArmDrawing({ picture: { finish } }: Props) {
  return (
    <>
      <rect x="30" y="236" width="200" height="16" rx="3" fill="#b98d62" />
      <path d="M104 220h56v52h-20v-20h-36z" fill={tone(finish, 3)} />
      <rect
        x="118"
        y="120"
        width="28"
        height="112"
        rx="6"
        fill={lit(finish)}
        stroke={tone(finish, 2)}
        strokeWidth="2"
      />
      <path d="M132 128l92-74" stroke={tone(finish, 2)} strokeWidth="30" strokeLinecap="round" />
      <path d="M132 124l92-74" stroke={tone(finish, 1)} strokeWidth="22" strokeLinecap="round" />
      <path d="M224 52l74 64" stroke={tone(finish, 2)} strokeWidth="26" strokeLinecap="round" />
      <path d="M224 49l74 64" stroke={tone(finish, 1)} strokeWidth="19" strokeLinecap="round" />
      <circle cx="132" cy="126" r="15" fill={tone(finish, 0)} stroke={tone(finish, 3)} strokeWidth="3" />
      <circle cx="224" cy="52" r="13" fill={tone(finish, 0)} stroke={tone(finish, 3)} strokeWidth="3" />
      <path d="M296 112h22v16h-22z" fill={tone(finish, 3)} />
      <rect
        x="316"
        y="74"
        width="18"
        height="92"
        rx="5"
        fill={lit(finish)}
        stroke={tone(finish, 2)}
        strokeWidth="2"
      />
      <path d="M325 86v.1M325 154v.1" stroke={tone(finish, 3)} strokeWidth="7" strokeLinecap="round" />
    </>
  );
}

/** A desk mat with a corner turned up, with a pen and a cup that show its size. */
export function DeskMatDrawing({ picture: { finish, trim = finish } }: Props) {
  const shape: SlabShape = {
    plane: { origin: [-450, 4, -200], right: [1, 0, 0], down: [0, 0, 1] },
    width: 900,
    height: 400,
    thickness: 6,
    radius: 22,
  };
  const camera = cameraFor({ yaw: -24, pitch: 46 }, slabPoints(shape));
  return (
    <g transform="translate(0 -30)">
      <FloorShadow camera={camera} bodies={[shape]} />
      <Slab camera={camera} shape={shape} face={lit(finish)} body={tone(trim, 2)}>
        <rect
          x="16"
          y="16"
          width="868"
          height="368"
          rx="12"
          fill="none"
          stroke={tone(finish, 2)}
          strokeWidth="3"
          strokeDasharray="12 9"
        />
        <rect x="800" y="330" width="58" height="26" rx="4" fill={tone(trim, 1)} />
        <g transform="translate(190 90) rotate(24)">
          <rect width="210" height="13" rx="6" fill="#22252a" />
          <path d="M210 1l26 5.5-26 5.5z" fill="#d9b98c" />
        </g>
      </Slab>
    </g>
  );
}

/** A light bar over the upper edge of a screen. */
export function LightBarDrawing({ picture: { finish, glow } }: Props) {
  return (
    <>
      <path d="M92 96h216l60 176H32z" fill={glowColour(glow)} opacity="0.2" />
      <path d="M120 96h160l34 176H86z" fill={glowColour(glow)} opacity="0.24" />
      <rect x="36" y="108" width="328" height="164" rx="8" fill="#17191c" />
      <use href="#wall-code" x="44" y="116" width="312" height="156" />
      <rect x="178" y="92" width="44" height="44" rx="10" fill={shaded(finish)} />
      <rect x="70" y="66" width="260" height="26" rx="13" fill={shaded(finish)} transform="translate(0 5)" />
      <rect x="70" y="66" width="260" height="26" rx="13" fill={lit(finish)} />
      <path d="M84 94h232" stroke={glowColour(glow)} strokeWidth="5" strokeLinecap="round" />
      <path d="M84 74h120" stroke="#fff" strokeWidth="4" strokeLinecap="round" opacity="0.25" />
    </>
  );
}
