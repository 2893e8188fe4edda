import type { MonitorPicture } from '../picture';
import { panelRim, type Panel } from './monitor-panel';
import { standOf } from './monitor-stand';
import { slabPoints, type SlabShape } from '../space/outline';
import { cameraFor, type Camera } from '../space/projection';

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
  readonly camera: Camera;
  readonly panel: Panel;
  /** Bodies below and behind the panel, the farthest first. */
  readonly stand: SlabShape[];
}

/** Works out a monitor from the diagonal of its screen, its shape and its stand. */
export function monitorModel({ screenInches, shape, stand: kind, curved }: MonitorPicture): MonitorModel {
  const [wide, high] = SHARE[shape];
  const portable = shape === 'portable';
  const panel: Panel = {
    width: screenInches * MM_PER_INCH * wide + 14,
    height: screenInches * MM_PER_INCH * high + (portable ? 26 : 22),
    frame: 7,
    raised: portable ? 10 : 84,
    thickness: portable ? 9 : 24,
    lean: portable ? 106 : 92,
    radius: curved ? (shape === 'superwide' ? 1000 : 1500) : Infinity,
  };
  const stand = standOf(portable ? 'flap' : kind, panel);
  const points = [...panelRim(panel, 0), ...panelRim(panel, panel.thickness), ...stand.flatMap(slabPoints)];
  const fill = Math.min(1, (screenInches / (shape === 'flat' ? 34 : 49)) ** 0.3);
  return { camera: cameraFor({ yaw: TURN[kind], pitch: 13 }, points, fill), panel, stand };
}
