import type { MonitorPicture } from '../picture';
import type { Panel } from './monitor-panel';
import type { SlabShape } from '../space/outline';
import type { Point3 } from '../space/projection';

const PLATE = 10;

/** The bodies of a stand, the farthest first, so that the panel hides what is behind it. */
export function standOf(kind: MonitorPicture['stand'] | 'flap', panel: Panel): SlabShape[] {
  const neckTop = panel.raised + panel.height * 0.55;
  switch (kind) {
    case 'foot':
      return [plate(-105, -105, 210, 170, 78), upright(58, -52, neckTop)];
    case 'column':
      return [plate(-125, -120, 250, 190, 14), upright(44, -52, neckTop)];
    case 'arm':
      return [plate(-62, -100, 124, 96, 44), upright(30, -62, neckTop)];
    case 'legs': {
      const reach = Math.min(panel.width * 0.3, 210);
      return [
        leg([0, PLATE, -52], [-reach, PLATE, 92]),
        leg([0, PLATE, -52], [reach, PLATE, 92]),
        upright(50, -48, neckTop),
      ];
    }
    case 'flap':
      return [plate(-panel.width * 0.46, -20, panel.width * 0.92, 118, 10)];
  }
}

function plate(x: number, z: number, width: number, depth: number, radius: number): SlabShape {
  const plane = { origin: [x, PLATE, z], right: [1, 0, 0], down: [0, 0, 1] } as const;
  return { plane, width, height: depth, thickness: PLATE, radius };
}

function upright(width: number, z: number, top: number): SlabShape {
  const plane = { origin: [-width / 2, top, z], right: [1, 0, 0], down: [0, -1, 0] } as const;
  return { plane, width, height: top - PLATE, thickness: 16, radius: 4 };
}

/** A bar on the desk from one point to another. */
function leg([ax, ay, az]: Point3, [bx, , bz]: Point3): SlabShape {
  const length = Math.hypot(bx - ax, bz - az);
  const [alongX, alongZ] = [(bx - ax) / length, (bz - az) / length];
  const width = 26;
  // Its y axis runs to the right of its length, so that its face looks up.
  const plane = {
    origin: [ax + (alongZ * width) / 2, ay, az - (alongX * width) / 2],
    right: [alongX, 0, alongZ],
    down: [-alongZ, 0, alongX],
  } as const;
  return { plane, width: length, height: width, thickness: PLATE, radius: 11 };
}
