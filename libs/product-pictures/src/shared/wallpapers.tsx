import type { ReactNode } from 'react';
import type { Wallpaper } from '../picture';

interface Scene {
  /** Colours from the top of the sky to the horizon. */
  readonly sky: readonly string[];
  readonly scene: ReactNode;
}

const SCENES: Record<Wallpaper, Scene> = {
  dune: {
    sky: ['#f6c9a4', '#fbe7cf'],
    scene: (
      <>
        <circle cx="222" cy="74" r="26" fill="#fff6e3" />
        <path d="M0 128C60 92 120 96 180 124s100 20 140 2v74H0z" fill="#e2a06b" />
        <path d="M0 152c70-34 130 6 190 8s90-30 130-34v74H0z" fill="#c97a4a" />
        <path d="M0 186c60-40 110-30 170-8s110 6 150-14v36H0z" fill="#8f4a2d" />
      </>
    ),
  },
  dusk: {
    sky: ['#3a2a6b', '#b3518f', '#ff9e6d'],
    scene: (
      <>
        <circle cx="96" cy="62" r="15" fill="#ffe9d6" opacity="0.95" />
        <path d="M0 150l52-46 40 34 58-62 66 70 40-30 64 48v36H0z" fill="#6d3a78" opacity="0.75" />
        <path d="M0 176l70-40 50 26 70-48 60 44 70-26v68H0z" fill="#41265a" />
        <path d="M0 200v-14c60-16 110-8 160 0s110 4 160-10v24z" fill="#221539" />
      </>
    ),
  },
  aurora: {
    sky: ['#071428', '#0c2c45', '#0f4a55'],
    scene: (
      <>
        <path
          d="M-10 96C60 20 110 120 180 62s110-20 150-44v60c-50 8-90-4-140 40S70 100-10 160z"
          fill="#37e0a6"
          opacity="0.5"
        />
        <path
          d="M-10 130c80-60 120 20 190-24s100-30 150-34v44c-60 6-90 10-150 44S60 130-10 184z"
          fill="#5b7cff"
          opacity="0.42"
        />
        <path
          d="M40 20h1M90 44h1M150 16h1M210 30h1M262 54h1M296 22h1M24 60h1M122 70h1"
          stroke="#fff"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <path d="M0 200v-24l44-22 50 20 60-34 56 30 50-20 60 28v22z" fill="#04101c" />
      </>
    ),
  },
  tide: {
    sky: ['#bfe6f2', '#e9f6f4'],
    scene: (
      <>
        <path d="M0 84c50-18 90 14 150 4s110-22 170-2v114H0z" fill="#7cc4d8" />
        <path d="M0 112c60-22 100 18 160 6s110-18 160 2v80H0z" fill="#3f9bbd" />
        <path d="M0 142c50-18 110 16 170 4s100-14 150 4v50H0z" fill="#22719a" />
        <path d="M0 172c60-16 100 14 170 2s100-8 150 6v20H0z" fill="#124a70" />
      </>
    ),
  },
  ember: {
    sky: ['#1a0d1f', '#5c1530'],
    scene: (
      <>
        <circle cx="206" cy="128" r="92" fill="#e8433a" opacity="0.85" />
        <circle cx="150" cy="96" r="66" fill="#ff8a3c" opacity="0.85" />
        <circle cx="112" cy="150" r="54" fill="#ffc24b" opacity="0.9" />
        <circle cx="262" cy="60" r="34" fill="#8c2450" opacity="0.9" />
      </>
    ),
  },
  meadow: {
    sky: ['#9fd3ef', '#eaf6ee'],
    scene: (
      <>
        <circle cx="252" cy="52" r="20" fill="#fff7cf" />
        <path d="M0 124c70-50 130-10 190-4s90-26 130-30v110H0z" fill="#9dcf8a" />
        <path d="M0 152c60-30 120-6 180-2s100-20 140-22v72H0z" fill="#67ad68" />
        <path d="M0 184c70-34 120-4 190-6s90-14 130-16v38H0z" fill="#3a7f4e" />
      </>
    ),
  },
  code: {
    sky: ['#15181d', '#15181d'],
    scene: (
      <g fill="none" strokeWidth="5" strokeLinecap="round">
        <path d="M0 0h62v200H0z" fill="#1d2127" />
        <path d="M16 30h30M16 46h22M22 62h26M22 78h20M16 94h28" stroke="#4d5663" />
        <path d="M84 30h26M104 62h34M124 94h22M104 142h30M84 174h20" stroke="#c792ea" />
        <path d="M120 30h50M148 62h28M156 94h60M124 110h42M144 142h56" stroke="#7fd1c4" />
        <path d="M84 46h18M186 62h46M226 94h24M176 110h70M124 126h36" stroke="#e6e9ee" />
        <path d="M180 30h34M104 78h52M210 142h36M104 158h22" stroke="#f2b56b" />
      </g>
    ),
  },
  canyon: {
    sky: ['#f4ddc4', '#f4ddc4'],
    scene: (
      <>
        <circle cx="160" cy="206" r="170" fill="#eab892" />
        <circle cx="160" cy="206" r="134" fill="#dc8a62" />
        <circle cx="160" cy="206" r="98" fill="#b8573f" />
        <circle cx="160" cy="206" r="62" fill="#1f6a68" />
        <circle cx="160" cy="206" r="28" fill="#f7ecd9" />
      </>
    ),
  },
};

/** Every wallpaper, to be used by `<use href="#wall-…">`, and its sky. */
export const WALLPAPERS = (Object.keys(SCENES) as Wallpaper[]).flatMap((name) => {
  const { sky, scene } = SCENES[name];
  return [
    <linearGradient key={`sky-${name}`} id={`sky-${name}`} x1="0" y1="0" x2="0" y2="1">
      {sky.map((colour, index) => (
        <stop key={colour + index} offset={index / (sky.length - 1)} stopColor={colour} />
      ))}
    </linearGradient>,
    <symbol
      key={`wall-${name}`}
      id={`wall-${name}`}
      viewBox="0 0 320 200"
      preserveAspectRatio="xMidYMid slice"
    >
      <rect width="320" height="200" fill={`url(#sky-${name})`} />
      {scene}
    </symbol>,
  ];
});

interface ScreenProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly wallpaper: Wallpaper;
}

/** A screen that is on: the wallpaper with a slight reflection over it. */
export function Screen({ x, y, width, height, wallpaper }: ScreenProps) {
  const reflection = `M${x + width * 0.62} ${y}h${width * 0.38}v${height * 0.72}z`;
  return (
    <>
      <use href={`#wall-${wallpaper}`} x={x} y={y} width={width} height={height} />
      <path d={reflection} fill="#fff" opacity="0.07" />
    </>
  );
}
