import { toPath } from './space/outline';
import { add, leaning, project, times, type Camera, type Plane, type Point3 } from './space/projection';

/** A monitor's panel with its frame, in millimetres. */
export interface PanelSize {
  width: number;
  height: number;
  /** Width of the dark rim around the glass; the lower one is wider. */
  frame: number;
  /** How high its lower edge is above the desk. */
  raised: number;
  thickness: number;
  /** How far it is tilted, as `leaning` takes it. */
  lean: number;
}

/** A piece of the panel that is flat, `from` millimetres from its left edge. */
export interface Strip {
  plane: Plane;
  from: number;
  width: number;
}

/** More strips than this look no rounder at the size of a card. */
const STRIPS = 12;

/** The whole of a panel that is flat. */
export function flatStrip(size: PanelSize): Strip {
  return { plane: planeAt(size, [-size.width / 2, 0, 0], [1, 0, 0]), from: 0, width: size.width };
}

/** A panel bent around the viewer with the given radius, as flat strips from left to right. */
export function curvedStrips(size: PanelSize, radius: number): Strip[] {
  const step = size.width / STRIPS / radius;
  const at = (index: number): Point3 => {
    const angle = (index - STRIPS / 2) * step;
    return [radius * Math.sin(angle), 0, radius * (1 - Math.cos(angle))];
  };
  return Array.from({ length: STRIPS }, (_, index) => {
    const [from, to] = [at(index), at(index + 1)];
    const along = add(to, times(from, -1));
    const width = Math.hypot(...along);
    return {
      plane: planeAt(size, from, times(along, 1 / width)),
      from: (size.width / STRIPS) * index,
      width,
    };
  });
}

/** The outline of the panel, `behind` millimetres behind its face, as an SVG path. */
export function panelOutline(
  camera: Camera,
  strips: readonly Strip[],
  size: PanelSize,
  behind: number,
): string {
  const back: Point3 = [0, 0, -behind];
  const rim = (down: number) =>
    strips.flatMap(({ plane, width }, index) => {
      const left = add(add(plane.origin, times(plane.down, down)), back);
      const right = add(left, times(plane.right, width));
      return index === strips.length - 1 ? [left, right] : [left];
    });
  return toPath([...rim(0), ...rim(size.height).reverse()].map((point) => project(camera, point)));
}

function planeAt(size: PanelSize, foot: Point3, right: Point3): Plane {
  const up = leaning(size.lean);
  return { origin: add(add(foot, [0, size.raised, 0]), times(up, size.height)), right, down: times(up, -1) };
}
