import fc from 'fast-check';
import { convexHull, slabPoints, type SlabShape } from './outline';
import {
  bounds,
  cameraFor,
  inward,
  leaning,
  placement,
  project,
  type Camera,
  type Point2,
} from './projection';

const camera: Camera = { yaw: -30, pitch: 24, scale: 0.8, centre: [200, 150] };

const slab: SlabShape = {
  plane: { origin: [-150, 16, 0], right: [1, 0, 0], down: [0, 0, 1] },
  width: 300,
  height: 210,
  thickness: 16,
  radius: 9,
};

describe('projection', () => {
  it('shows higher points above, nearer points below, and right ones on the right', () => {
    const straight: Camera = { yaw: 0, pitch: 30, scale: 1, centre: [0, 0] };
    expect(project(straight, [0, 10, 0])[1]).toBeLessThan(0);
    expect(project(straight, [0, 0, 10])[1]).toBeGreaterThan(0);
    expect(project(straight, [10, 0, 0])).toEqual([10, 0]);
  });

  it('maps a face’s corner and directions to the right points', () => {
    const [a, b, c, d, e, f] =
      placement(camera, slab.plane)
        .match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    const drawn = (x: number, y: number) => [
      (a ?? 0) * x + (c ?? 0) * y + (e ?? 0),
      (b ?? 0) * x + (d ?? 0) * y + (f ?? 0),
    ];
    const seen = project(camera, [-150 + 300, 16, 210]);
    drawn(300, 210).forEach((value, axis) => expect(value).toBeCloseTo(seen[axis] ?? NaN, 0));
  });

  it('fits any body into the picture, on its floor', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 50, max: 1200 }),
        (yaw, pitch, width) => {
          const points = slabPoints({ ...slab, width });
          const edges = bounds(cameraFor({ yaw, pitch }, points), points);
          expect(edges.width).toBeLessThanOrEqual(356.001);
          expect(edges.height).toBeLessThanOrEqual(236.001);
          expect(edges.bottom).toBeCloseTo(268, 3);
          expect((edges.left + edges.right) / 2).toBeCloseTo(200, 3);
        },
      ),
    );
  });

  it('finds the body behind a face: below a top, behind a front', () => {
    expect(inward(slab.plane)).toEqual([0, -1, 0]);
    expect(inward({ right: [1, 0, 0], down: [0, -1, 0] })).toEqual([0, 0, -1]);
    expect(leaning(90)[1]).toBeCloseTo(1);
  });
});

describe('convexHull', () => {
  it('contains every point and is convex', () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(fc.uniqueArray(point, { minLength: 4, maxLength: 40, selector: String }), (points) => {
        const hull = convexHull(points);
        fc.pre(hull.length >= 3);
        const turns = (p: Point2) =>
          hull.map((from, index) => {
            const to = hull[(index + 1) % hull.length] ?? from;
            return (to[0] - from[0]) * (p[1] - from[1]) - (to[1] - from[1]) * (p[0] - from[0]);
          });
        for (const inside of points) expect(turns(inside).every((turn) => turn >= 0)).toBe(true);
      }),
    );
  });
});
