import type { MonitorPicture } from '../shop/gateway';
import { curvedStrips, flatStrip, type PanelSize, type Strip } from './monitor-panel';
import { standOf } from './monitor-stand';
import { slabPoints, type SlabShape } from './space/outline';
import { add, cameraFor, times, type Camera, type Point3 } from './space/projection';

const MM_PER_INCH = 25.4;

/** Width and height of a screen for one unit of its diagonal. */
const SHARE = {
  flat: [0.872, 0.49],
  portable: [0.848, 0.53],
  wide: [0.919, 0.394],
  superwide: [0.962, 0.271],
} as const;

const TURN = { foot: -18, column: 20, arm: -22, legs: 14 } as const;

/** Everything about a monitor that follows from its size and shape, in millimetres. */
export interface MonitorModel {
  camera: Camera;
  size: PanelSize;
  /** The panel from left to right: one strip when it is flat, many when it is curved. */
  strips: Strip[];
  /** What stands below and behind it, the farthest first. */
  stand: SlabShape[];
}

/** Works out a monitor from the diagonal of its screen, its shape and its stand. */
export function monitorModel({ screenInches, shape, stand, curved }: MonitorPicture): MonitorModel {
  const [wide, high] = SHARE[shape];
  const portable = shape === 'portable';
  const size: PanelSize = {
    width: screenInches * MM_PER_INCH * wide + 14,
    height: screenInches * MM_PER_INCH * high + (portable ? 26 : 22),
    frame: 7,
    raised: portable ? 10 : 84,
    thickness: portable ? 9 : 24,
    lean: portable ? 106 : 92,
  };
  const strips = curved ? curvedStrips(size, shape === 'superwide' ? 1000 : 1500) : [flatStrip(size)];
  const bodies = standOf(portable ? 'flap' : stand, size);
  const points = [...strips.flatMap((strip) => stripPoints(strip, size)), ...bodies.flatMap(slabPoints)];
  const fill = Math.min(1, (screenInches / (shape === 'flat' ? 34 : 49)) ** 0.3);
  const camera = cameraFor({ yaw: TURN[stand], pitch: 13 }, points, fill);
  return { camera, size, strips, stand: bodies };
}

function stripPoints({ plane, width }: Strip, { height }: PanelSize): Point3[] {
  const { origin, right, down } = plane;
  const corner = add(origin, times(right, width));
  return [origin, corner, add(origin, times(down, height)), add(corner, times(down, height))];
}
