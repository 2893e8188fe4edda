import type { Finish, KeyboardPicture } from '../picture';
import { glowColour, lit, shaded, tone } from '../shared/finishes';
import { FloorShadow } from '../shared/floor-shadow';
import { KEY_PITCH, keysOf, keysPath, type Key } from './keyboard-layout';
import { slabPoints, type SlabShape } from '../space/outline';
import { add, cameraFor, placement, type Camera, type Plane, type Point3 } from '../space/projection';
import { Slab } from '../space/slab';

const RIM = 9;
const BODY = 20;
const CAP = 7;
const FILL = { compact: 0.9, tenkeyless: 0.94, full: 1, split: 1 } as const;

/** A keyboard with every key of its layout in its place. */
export function KeyboardDrawing({ picture }: { picture: KeyboardPicture }) {
  const { layout, finish } = picture;
  const keys = keysOf(layout);
  const boards = layout === 'split' ? halves(keys) : [whole(keys)];
  const shapes = boards.map(({ shape }) => shape);
  const view = { yaw: layout === 'split' ? 0 : -16, pitch: 50 };
  const camera = cameraFor(view, shapes.flatMap(slabPoints), FILL[layout]);
  return (
    <g transform="translate(0 -34)">
      {boards.map(({ shape, keys: own }, index) => (
        <g key={index}>
          <FloorShadow camera={camera} bodies={[shape]} />
          <Slab camera={camera} shape={shape} face={lit(finish)} body={shaded(finish)}>
            {picture.glow && <Lights keys={own} colour={glowColour(picture.glow)} />}
          </Slab>
          <Caps camera={camera} plane={shape.plane} keys={own} picture={picture} />
        </g>
      ))}
    </g>
  );
}

interface Board {
  readonly shape: SlabShape;
  readonly keys: Key[];
}

function whole(keys: Key[]): Board {
  const { width, height } = sizeOf(keys);
  return { keys, shape: board([-width / 2, BODY, -height / 2], 0, width, height) };
}

/** Two halves turned outwards, the right one mirrored. */
function halves(keys: Key[]): Board[] {
  const { width, height } = sizeOf(keys);
  const inner = width - 2 * RIM;
  const mirrored = keys.map((key) => ({ ...key, x: inner - key.x - key.width }));
  return [
    { keys, shape: board([-width - 22, BODY, -height / 2 - 8], 11, width, height) },
    { keys: mirrored, shape: board([22, BODY, -height / 2 + 18], -11, width, height) },
  ];
}

function sizeOf(keys: readonly Key[]) {
  const right = Math.max(...keys.map(({ x, width }) => x + width));
  const bottom = Math.max(...keys.map(({ y }) => y + KEY_PITCH));
  return { width: right + 2 * RIM, height: bottom + 2 * RIM };
}

function board(origin: Point3, turned: number, width: number, height: number): SlabShape {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const plane = { origin, right: [cos, 0, sin], down: [-sin, 0, cos] } as const;
  return { plane, width, height, thickness: BODY, radius: 8 };
}

/** The key caps: their sides are on the board, their tops a little above it. */
function Caps({
  camera,
  plane,
  keys,
  picture,
}: {
  camera: Camera;
  plane: Plane;
  keys: Key[];
  picture: KeyboardPicture;
}) {
  const raised = { ...plane, origin: add(plane.origin, [0, CAP, 0]) };
  const accent = accentFor(picture);
  const accented = accent ? keys.filter((key, index) => index === 0 || isEnter(key, keys)) : [];
  const sides = keysPath(keys, 3.6);
  return (
    <>
      <g
        transform={`${placement(camera, plane)} translate(${RIM} ${RIM})`}
        strokeLinejoin="round"
        strokeWidth="2.4"
      >
        <path d={sides} fill={tone(picture.keys, 3)} stroke={tone(picture.keys, 3)} />
      </g>
      <g
        transform={`${placement(camera, raised)} translate(${RIM} ${RIM})`}
        strokeLinejoin="round"
        strokeWidth="3"
      >
        <path d={keysPath(keys, 7)} fill={tone(picture.keys, 1)} stroke={tone(picture.keys, 1)} />
        {accent && <path d={keysPath(accented, 7)} fill={tone(accent, 1)} stroke={tone(accent, 1)} />}
      </g>
    </>
  );
}

function Lights({ keys, colour }: { keys: Key[]; colour: string }) {
  return (
    <path
      transform={`translate(${RIM} ${RIM})`}
      d={keysPath(keys, 1)}
      fill={colour}
      stroke={colour}
      strokeWidth="4"
      strokeLinejoin="round"
    />
  );
}

/** The colour of the Escape and Enter keys, or null for a board in one colour. */
function accentFor({ finish, keys, glow }: KeyboardPicture): Finish | null {
  if (glow || finish === keys) return null;
  return finish === 'silver' ? 'navy' : 'terracotta';
}

function isEnter(key: Key, keys: readonly Key[]): boolean {
  return (
    key.row === 3 &&
    key.width > 1.9 * KEY_PITCH &&
    key === keys.findLast((other) => other.row === 3 && other.width > KEY_PITCH)
  );
}
