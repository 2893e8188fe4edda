import type { LaptopPicture } from '../picture';
import { slabPoints, type SlabShape } from '../space/outline';
import { add, cameraFor, leaning, times, type Camera, type Point3 } from '../space/projection';

const MM_PER_INCH = 25.4;
const TURN = { front: 0, left: 30, right: -30, tent: -26 } as const;

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Everything about a laptop that follows from its size and pose, in millimetres. */
export interface LaptopModel {
  readonly camera: Camera;
  readonly lid: SlabShape;
  readonly base: SlabShape;
  readonly screen: Rectangle;
  readonly keys: Rectangle & {
    readonly rows: string;
    readonly rowHeight: number;
    readonly keyWidth: number;
    readonly gap: number;
  };
  readonly pad: Rectangle;
  readonly tent: boolean;
}

/** Works out a 16:10 laptop from the diagonal of its screen. */
export function laptopModel({ screenInches, pose, glow }: LaptopPicture): LaptopModel {
  const screenWidth = screenInches * MM_PER_INCH * 0.848;
  const screenHeight = screenInches * MM_PER_INCH * 0.53;
  const screen = { x: 7, y: 10, width: screenWidth, height: screenHeight };
  const width = screenWidth + 14;
  const height = screenHeight + 22;
  const tent = pose === 'tent';

  const lid = tent ? tentLid(width, height) : openLid(width, height, glow ? 20 : 15);
  const base = tent ? tentBase(width, height) : flatBase(width, height, glow ? 20 : 15);
  // A larger machine looks larger, but a small one still fills its picture.
  const fill = (screenInches / 18) ** (tent ? 1 : 0.4);
  const view = { yaw: TURN[pose], pitch: tent ? 14 : 24 };
  const camera = cameraFor(view, [...slabPoints(lid), ...slabPoints(base)], fill);

  return {
    camera,
    lid,
    base,
    screen,
    keys: keyboard(width, height, screenInches),
    pad: { x: width * 0.34, y: height * 0.62, width: width * 0.32, height: height * 0.31 },
    tent,
  };
}

function openLid(width: number, height: number, baseHeight: number): SlabShape {
  const up = leaning(108);
  const hinge: Point3 = [-width / 2, baseHeight + 1, -2];
  const plane = { origin: add(hinge, times(up, height)), right: [1, 0, 0], down: times(up, -1) } as const;
  return { plane, width, height, thickness: 5, radius: 9 };
}

function flatBase(width: number, height: number, baseHeight: number): SlabShape {
  const plane = { origin: [-width / 2, baseHeight, 0], right: [1, 0, 0], down: [0, 0, 1] } as const;
  return { plane, width, height, thickness: baseHeight, radius: 9 };
}

/** In tent mode: the screen leans towards the viewer, the keyboard is behind it. */
function tentLid(width: number, height: number): SlabShape {
  const up = leaning(112);
  const foot: Point3 = [-width / 2, 0, height * 0.37];
  const plane = { origin: add(foot, times(up, height)), right: [1, 0, 0], down: times(up, -1) } as const;
  return { plane, width, height, thickness: 5, radius: 9 };
}

function tentBase(width: number, height: number): SlabShape {
  const up = leaning(68);
  const foot: Point3 = [-width / 2, 0, -height * 0.37];
  const plane = { origin: add(foot, times(up, height)), right: [1, 0, 0], down: times(up, -1) } as const;
  return { plane, width, height, thickness: 9, radius: 9 };
}

function keyboard(width: number, height: number, screenInches: number): LaptopModel['keys'] {
  const rows = 6;
  const margin = screenInches >= 15.6 ? 16 : width * 0.05;
  const area = { x: margin, y: height * 0.1, width: width - 2 * margin, height: height * 0.46 };
  const pitch = area.height / rows;
  const rowHeight = pitch * 0.8;
  const keysInRow = screenInches >= 15.6 ? 18 : 14;
  const keyPitch = area.width / keysInRow;
  const path = Array.from(
    { length: rows },
    (_, row) => `M${round(area.x)} ${round(area.y + pitch * row + pitch / 2)}h${round(area.width)}`,
  );
  return {
    ...area,
    rows: path.join(''),
    rowHeight,
    keyWidth: round(keyPitch * 0.82),
    gap: round(keyPitch * 0.18),
  };
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
