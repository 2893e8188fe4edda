import type { Finish, Glow } from '../picture';

/** Light, plain, shaded and deep tone of each finish. */
const TONES: Record<Finish, readonly [light: string, plain: string, shaded: string, deep: string]> = {
  silver: ['#f4f5f7', '#d3d7dc', '#a4aab2', '#737a83'],
  graphite: ['#7d828a', '#565a61', '#3d4046', '#26282c'],
  black: ['#4b4e54', '#303237', '#1f2124', '#0f1012'],
  white: ['#ffffff', '#ededea', '#cfcfcb', '#a5a5a1'],
  navy: ['#566d96', '#34496f', '#22334f', '#152138'],
  sand: ['#f7eddc', '#e5d4b8', '#c4ae89', '#957f5d'],
  sage: ['#cad8c7', '#a3b8a0', '#7a9077', '#55694f'],
  rose: ['#f8ddd7', '#eabcb3', '#c99187', '#9b675e'],
  plum: ['#94749c', '#6b4d75', '#4c3554', '#312138'],
  terracotta: ['#e7a17d', '#d0754d', '#a55535', '#763a21'],
};

const GLOWS: Record<Glow, string> = {
  lime: '#a6f04a',
  cyan: '#45d8f2',
  magenta: '#f25bc8',
  amber: '#ffb443',
};

/** One tone of a finish as a plain colour: 0 light, 1 plain, 2 shaded, 3 deep. */
export function tone(finish: Finish, step: 0 | 1 | 2 | 3): string {
  return TONES[finish][step];
}

/** The lit side of a body, running from light to plain. */
export const lit = (finish: Finish) => `url(#lit-${finish})`;

/** The side of a body that is turned away. */
export const shaded = (finish: Finish) => `url(#shaded-${finish})`;

/** The colour of a lamp; plain white for a product without one. */
export const glowColour = (glow: Glow | undefined) => (glow ? GLOWS[glow] : '#ffffff');

/** The gradients for lamp light, `lit` and `shaded`. */
export const FINISH_GRADIENTS = [
  ...(Object.keys(GLOWS) as Glow[]).map((glow) => (
    <radialGradient key={glow} id={`glow-${glow}`}>
      <stop offset="0.3" stopColor={GLOWS[glow]} stopOpacity="0.42" />
      <stop offset="1" stopColor={GLOWS[glow]} stopOpacity="0" />
    </radialGradient>
  )),
  ...(Object.keys(TONES) as Finish[]).flatMap((finish) => [
    <linearGradient key={`lit-${finish}`} id={`lit-${finish}`} x1="0" y1="0" x2="0.6" y2="1">
      <stop offset="0" stopColor={tone(finish, 0)} />
      <stop offset="1" stopColor={tone(finish, 1)} />
    </linearGradient>,
    <linearGradient key={`shaded-${finish}`} id={`shaded-${finish}`} x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stopColor={tone(finish, 2)} />
      <stop offset="1" stopColor={tone(finish, 3)} />
    </linearGradient>,
  ]),
];
