import type { KeyboardPicture } from '../picture';

/** Widths of keys in units of one letter key; a negative one is a gap. */
type Row = readonly number[];

const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

const MAIN_BLOCK: readonly Row[] = [
  [1, -1, ...ones(4), -0.5, ...ones(4), -0.5, ...ones(4)],
  [...ones(13), 2],
  [1.5, ...ones(12), 1.5],
  [1.75, ...ones(11), 2.25],
  [2.25, ...ones(10), 2.75],
  [1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25],
];
const ARROW_BLOCK: readonly Row[] = [ones(3), ones(3), ones(3), [-3], [-1, 1, -1], ones(3)];
const NUMBER_BLOCK: readonly Row[] = [[-4], ones(4), ones(4), ones(4), ones(4), [2, 1, 1]];

const sideBySide = (...blocks: readonly (readonly Row[])[]): Row[] =>
  MAIN_BLOCK.map((_, row) =>
    blocks.flatMap((block, index) => [...(index > 0 ? [-0.25] : []), ...(block[row] ?? [])]),
  );

const HALF: readonly Row[] = [ones(6), ones(6), ones(6), ones(6), [-1, 1, 1, 1, 1.5]];

const LAYOUTS: Record<KeyboardPicture['layout'], readonly Row[]> = {
  compact: [
    ones(16),
    [...ones(13), 2, 1],
    [1.5, ...ones(12), 1.5, 1],
    [1.75, ...ones(11), 2.25, 1],
    [2.25, ...ones(10), 1.75, 1, 1],
    [1.25, 1.25, 1.25, 6.25, ...ones(6)],
  ],
  tenkeyless: sideBySide(MAIN_BLOCK, ARROW_BLOCK),
  full: sideBySide(MAIN_BLOCK, ARROW_BLOCK, NUMBER_BLOCK),
  split: HALF,
};

export interface Key {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly row: number;
}

/** Millimetres from one letter key to the next. */
export const KEY_PITCH = 19;

/** Every key of a layout in millimetres, row by row; for a split board, those of its left half. */
export function keysOf(layout: KeyboardPicture['layout']): Key[] {
  return LAYOUTS[layout].flatMap((widths, row) => {
    let x = 0;
    return widths.flatMap((units) => {
      const at = x;
      x += Math.abs(units) * KEY_PITCH;
      return units > 0 ? [{ x: at, y: row * KEY_PITCH, width: units * KEY_PITCH, row }] : [];
    });
  });
}

/** Keys as one SVG path of rectangles, each smaller than its place by `gap`. */
export function keysPath(keys: readonly Key[], gap: number): string {
  const side = KEY_PITCH - gap;
  return keys
    .map(({ x, y, width }) => {
      const across = round(width - gap);
      return `M${round(x + gap / 2)} ${round(y + gap / 2)}h${across}v${side}h-${across}z`;
    })
    .join('');
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
