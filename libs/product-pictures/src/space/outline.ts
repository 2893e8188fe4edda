import { add, inward, project, times, type Camera, type Plane, type Point2, type Point3 } from './projection';

/** A flat body: a rectangle with round corners, and the body behind it. Millimetres. */
export interface SlabShape {
  readonly plane: Plane;
  readonly width: number;
  readonly height: number;
  readonly thickness: number;
  readonly radius?: number;
}

/** Points for one round corner: enough to look round at the size of a card. */
const CORNER_STEPS = 5;

/** The outline of the visible part of a slab, as an SVG path. */
export function silhouette(camera: Camera, shape: SlabShape): string {
  return toPath(convexHull(slabPoints(shape).map((point) => project(camera, point))));
}

/** Points on the rim of a slab, front and back. */
export function slabPoints({ plane, width, height, thickness, radius = 0 }: SlabShape): Point3[] {
  const behind = times(inward(plane), thickness);
  const rim = roundedRectangle(width, height, radius).map(([x, y]) =>
    add(plane.origin, add(times(plane.right, x), times(plane.down, y))),
  );
  return [...rim, ...rim.map((point) => add(point, behind))];
}

/** The lower corners of a body: the points at its least height, or near it. */
export function footprint(shape: SlabShape): Point3[] {
  const points = slabPoints(shape);
  const lowest = Math.min(...points.map(([, y]) => y));
  return points.filter(([, y]) => y < lowest + 6);
}

function roundedRectangle(width: number, height: number, radius: number): Point2[] {
  const corners = [
    { x: width - radius, y: radius, from: -90 },
    { x: width - radius, y: height - radius, from: 0 },
    { x: radius, y: height - radius, from: 90 },
    { x: radius, y: radius, from: 180 },
  ];
  return corners.flatMap(({ x, y, from }) =>
    Array.from({ length: radius > 0 ? CORNER_STEPS + 1 : 1 }, (_, step): Point2 => {
      const angle = ((from + (90 * step) / CORNER_STEPS) * Math.PI) / 180;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );
}

/** The smallest convex outline around the points, clockwise as seen (Andrew's monotone chain). */
export function convexHull(points: readonly Point2[]): Point2[] {
  const sorted = [...points].sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function halfHull(sorted: readonly Point2[]): Point2[] {
  const hull: Point2[] = [];
  for (const point of sorted) {
    while (hull.length >= 2 && turn(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull;
}

function turn([ax, ay]: Point2 = [0, 0], [bx, by]: Point2 = [0, 0], [cx, cy]: Point2): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** Points as a closed SVG path, to a tenth of a unit. */
export function toPath(points: readonly Point2[]): string {
  return `M${points.map(([x, y]) => `${Number(x.toFixed(1))} ${Number(y.toFixed(1))}`).join('L')}z`;
}
