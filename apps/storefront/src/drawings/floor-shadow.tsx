import { toPath, convexHull, footprint, type SlabShape } from './space/outline';
import { project, type Camera } from './space/projection';

/** Wider and wider rims around what stands on the desk; laid over one another they fade out. */
const RIMS = [2, 9, 17, 26];

/** The soft shadow below a product, around where its bodies touch the desk. */
export function FloorShadow({ camera, bodies }: { camera: Camera; bodies: readonly SlabShape[] }) {
  const touching = bodies.flatMap(footprint).map((point) => project(camera, point));
  const outline = toPath(convexHull(touching));
  return (
    <g transform="translate(0 5)" opacity="0.05" strokeLinejoin="round" stroke="#000">
      {RIMS.map((rim) => (
        <path key={rim} d={outline} strokeWidth={rim} />
      ))}
    </g>
  );
}
