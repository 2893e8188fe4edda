import { add, leaning, times, type Plane, type Point3 } from '../space/projection';

/** A monitor's panel with its frame, in millimetres. */
export interface Panel {
  readonly width: number;
  readonly height: number;
  /** Width of the dark rim around the glass; the lower one is wider. */
  readonly frame: number;
  /** Height of its lower edge above the desk. */
  readonly raised: number;
  readonly thickness: number;
  /** Tilt, in the form that `leaning` takes. */
  readonly lean: number;
  /** The radius of its curve around the viewer; infinite for a flat one. */
  readonly radius: number;
}

/** Points along a curved edge: more do not look rounder at the size of a card. */
const STEPS = 14;
const CHIN = 8;

/** The rim of the whole panel, `behind` millimetres behind its face. */
export function panelRim(panel: Panel, behind: number): Point3[] {
  return rim(panel, { left: 0, right: panel.width, top: 0, bottom: panel.height }).map((point) =>
    add(point, [0, 0, -behind]),
  );
}

/** The rim of the glass within the frame. */
export function glassRim(panel: Panel): Point3[] {
  return rim(panel, glassOf(panel));
}

/** Plane of the wallpaper: a flat face behind the glass, large enough for a curved one too. */
export function wallpaperPlace(panel: Panel): { plane: Plane; y: number; width: number; height: number } {
  const { left, right, top, bottom } = glassOf(panel);
  const origin = pointOn(panel, left, top);
  const across = add(pointOn(panel, right, top), times(origin, -1));
  const width = Math.hypot(...across);
  const bulge = Number.isFinite(panel.radius)
    ? panel.radius - Math.sqrt(panel.radius ** 2 - width ** 2 / 4)
    : 0;
  const margin = bulge * 0.4;
  const plane = { origin, right: times(across, 1 / width), down: times(leaning(panel.lean), -1) };
  return { plane, y: -margin, width, height: bottom - top + margin };
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function glassOf({ width, height, frame }: Panel): Edges {
  return { left: frame, right: width - frame, top: frame, bottom: height - frame - CHIN };
}

function rim(panel: Panel, { left, right, top, bottom }: Edges): Point3[] {
  const steps = Number.isFinite(panel.radius) ? STEPS : 1;
  const edge = (down: number) =>
    Array.from({ length: steps + 1 }, (_, step) =>
      pointOn(panel, left + ((right - left) * step) / steps, down),
    );
  return [...edge(top), ...edge(bottom).reverse()];
}

/** A point of the face: `across` from its left edge along the curve, `down` from its upper edge. */
function pointOn({ width, height, raised, lean, radius }: Panel, across: number, down: number): Point3 {
  const from = across - width / 2;
  const foot: Point3 = Number.isFinite(radius)
    ? [radius * Math.sin(from / radius), raised, radius * (1 - Math.cos(from / radius))]
    : [from, raised, 0];
  return add(foot, times(leaning(lean), height - down));
}
