/** Millimetres: x to the right, y up, z towards the viewer. */
export type Point3 = readonly [x: number, y: number, z: number];
/** Units of the picture: x to the right, y down. */
export type Point2 = readonly [x: number, y: number];

/** Viewpoint of a drawing. It has no vanishing point, so that every flat face is a plain matrix. */
export interface Camera {
  /** Rotation of the product in degrees; its left side shows when positive. */
  readonly yaw: number;
  /** Angle from which the viewer looks down, in degrees. */
  readonly pitch: number;
  /** Units of the picture for one millimetre. */
  readonly scale: number;
  /** Position of the origin in the picture. */
  readonly centre: Point2;
}

/** A face in space: its upper left corner and the directions of its x and y axes. */
export interface Plane {
  readonly origin: Point3;
  readonly right: Point3;
  readonly down: Point3;
}

/** The size of every picture. */
export const PICTURE = { width: 400, height: 300, floor: 268 } as const;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Position of a point in the picture. */
export function project(camera: Camera, [x, y, z]: Point3): Point2 {
  const [yaw, pitch] = [radians(camera.yaw), radians(camera.pitch)];
  const across = x * Math.cos(yaw) + z * Math.sin(yaw);
  const near = z * Math.cos(yaw) - x * Math.sin(yaw);
  const [centreX, centreY] = camera.centre;
  return [
    centreX + camera.scale * across,
    centreY + camera.scale * (near * Math.sin(pitch) - y * Math.cos(pitch)),
  ];
}

/** The SVG transform that maps a flat drawing in millimetres onto a face. */
export function placement(camera: Camera, { origin, right, down }: Plane): string {
  const [originX, originY] = project(camera, origin);
  const [rightX, rightY] = project(camera, add(origin, right));
  const [downX, downY] = project(camera, add(origin, down));
  const parts = [rightX - originX, rightY - originY, downX - originX, downY - originY, originX, originY];
  return `matrix(${parts.map((part) => Number(part.toFixed(4))).join(' ')})`;
}

/** The bounds of a drawing in the picture. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Bounds of the projected points. */
export function bounds(camera: Camera, points: readonly Point3[]): Bounds {
  const seen = points.map((point) => project(camera, point));
  const xs = seen.map(([x]) => x);
  const ys = seen.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { left, right, top, bottom, width: right - left, height: bottom - top };
}

/** The part of the picture that a product may fill. */
const ROOM = { width: 356, height: 236 };

/**
 * A camera that looks from the given side and shows all the points, with the product in the middle
 * of the picture's floor. `fill` is the share of the room that the product takes: 1 for the largest
 * of its family.
 */
export function cameraFor(view: Pick<Camera, 'yaw' | 'pitch'>, points: readonly Point3[], fill = 1): Camera {
  const plain: Camera = { ...view, scale: 1, centre: [0, 0] };
  const { left, right, bottom, width, height } = bounds(plain, points);
  const scale = fill * Math.min(ROOM.width / width, ROOM.height / height);
  return {
    ...view,
    scale,
    centre: [PICTURE.width / 2 - (scale * (left + right)) / 2, PICTURE.floor - scale * bottom],
  };
}

export function add([ax, ay, az]: Point3, [bx, by, bz]: Point3): Point3 {
  return [ax + bx, ay + by, az + bz];
}

export function times([x, y, z]: Point3, factor: number): Point3 {
  return [x * factor, y * factor, z * factor];
}

/** The direction from the front of a face into the body behind it. */
export function inward({ right: [ax, ay, az], down: [bx, by, bz] }: Pick<Plane, 'right' | 'down'>): Point3 {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

/**
 * The direction of a surface tilted back from the floor by `degrees`: 0 points towards the viewer,
 * 90 is upright.
 */
export function leaning(degrees: number): Point3 {
  return [0, Math.sin(radians(degrees)), Math.cos(radians(degrees))];
}
