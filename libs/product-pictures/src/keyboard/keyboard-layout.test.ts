import { KEY_PITCH, keysOf, keysPath } from './keyboard-layout';

describe('keysOf', () => {
  it.each([
    ['compact', 83, 16],
    ['tenkeyless', 87, 18.25],
    ['full', 105, 22.5],
    ['split', 28, 6],
  ] as const)('lays out a %s board', (layout, count, width) => {
    const keys = keysOf(layout);
    expect(Math.abs(keys.length - count)).toBeLessThanOrEqual(2);
    expect(Math.max(...keys.map((key) => key.x + key.width))).toBeCloseTo(width * KEY_PITCH, 3);
  });

  it.each(['compact', 'tenkeyless', 'full', 'split'] as const)(
    'has no overlapping keys on a %s board',
    (layout) => {
      const keys = keysOf(layout);
      for (const key of keys) {
        const over = keys.filter(
          (other) =>
            other !== key &&
            other.row === key.row &&
            other.x < key.x + key.width &&
            key.x < other.x + other.width,
        );
        expect(over).toEqual([]);
      }
    },
  );
});

describe('keysPath', () => {
  it('draws one closed rectangle for each key, smaller than its place', () => {
    expect(keysPath([{ x: 0, y: 0, width: 19, row: 0 }], 3)).toBe('M1.5 1.5h16v16h-16z');
  });
});
