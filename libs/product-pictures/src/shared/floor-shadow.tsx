import { convexHull, footprint, toPath, type SlabShape } from '../space/outline';
import { project, type Camera } from '../space/projection';

/** The soft shadow below a product, around where its bodies touch the desk. */
export function FloorShadow({ camera, bodies }: { camera: Camera; bodies: readonly SlabShape[] }) {
  const touching = bodies.flatMap(footprint).map((point) => project(camera, point));
  return (
    <path d={toPath(convexHull(touching))} transform="translate(0 7)" opacity="0.34" filter="url(#soft)" />
  );
}
