import type { MousePicture } from '../picture';
import { glowColour, lit, shaded, tone } from '../shared/finishes';

/** A mouse seen from above and behind. */
export function MouseDrawing({ picture }: { picture: MousePicture }) {
  if (picture.shape === 'vertical') return <VerticalMouse picture={picture} />;
  return (
    <>
      <ellipse cx="204" cy="230" rx="150" ry="30" fill="url(#floor-shadow)" />
      <g transform="translate(200 152) rotate(52) scale(1 1.06)">
        <HandMouse picture={picture} />
      </g>
    </>
  );
}

const OUTLINES = {
  low: 'M0-104C44-104 62-76 62-22c0 70-18 126-62 126S-62 48-62-22c0-54 18-82 62-82z',
  palm: 'M6-110c44 0 64 30 62 84-2 78-20 134-66 134-38 0-56-22-62-58-3-18-24-26-26-48-2-20 20-26 24-44 8-42 24-68 68-68z',
  light:
    'M0-108c40 0 58 26 56 66-2 30-4 40-2 66 4 48-14 86-54 86s-58-38-54-86c2-26 0-36-2-66-2-40 16-66 56-66z',
} as const;

/** Nose up, 130 wide and 210 long, centred on the origin. */
function HandMouse({ picture: { shape, finish, glow } }: { picture: MousePicture }) {
  const outline = OUTLINES[shape === 'vertical' ? 'palm' : shape];
  return (
    <>
      <path d={outline} fill={shaded(finish)} transform="translate(14 10) scale(1.03)" />
      <path d={outline} fill={lit(finish)} />
      <ellipse cx="-14" cy="34" rx="34" ry="52" fill="#fff" opacity="0.14" />
      <path d="M0-106V-26" stroke={tone(finish, 3)} strokeWidth="2.5" opacity="0.7" />
      <path
        d="M-60-24c36 10 84 10 120 0"
        stroke={tone(finish, 3)}
        strokeWidth="2"
        fill="none"
        opacity="0.45"
      />
      <rect x="-8" y="-88" width="16" height="44" rx="8" fill={tone(finish, 3)} />
      <rect x="-5" y="-80" width="10" height="28" rx="5" fill={glow ? glowColour(glow) : tone(finish, 2)} />
      {shape === 'light' && <Honeycomb colour={tone(finish, 2)} />}
      {shape === 'palm' && <ThumbWheel colour={tone(finish, 3)} />}
    </>
  );
}

function Honeycomb({ colour }: { colour: string }) {
  return (
    <path
      d="M-24 6h.1M-8 6h.1M8 6h.1M24 6h.1M-32 20h.1M-16 20h.1M0 20h.1M16 20h.1M32 20h.1M-24 34h.1M-8 34h.1M8 34h.1M24 34h.1M-32 48h.1M-16 48h.1M0 48h.1M16 48h.1M32 48h.1M-24 62h.1M-8 62h.1M8 62h.1M24 62h.1M-16 76h.1M0 76h.1M16 76h.1"
      stroke={colour}
      strokeWidth="10"
      strokeLinecap="round"
    />
  );
}

function ThumbWheel({ colour }: { colour: string }) {
  return (
    <>
      <rect x="-66" y="-24" width="12" height="32" rx="6" fill={colour} transform="rotate(6)" />
      <path d="M-52 26l8 26" stroke={colour} strokeWidth="7" strokeLinecap="round" />
    </>
  );
}

/** A vertical mouse: the hand rests on it as in a handshake. */
function VerticalMouse({ picture: { finish } }: { picture: MousePicture }) {
  return (
    <>
      <ellipse cx="200" cy="250" rx="150" ry="24" fill="url(#floor-shadow)" />
      <path
        d="M78 238c-10-20 4-64 46-116 34-42 76-74 112-74 40 0 62 36 74 92 8 38 18 72 14 98-34 22-212 22-246 0z"
        fill={shaded(finish)}
      />
      <path
        d="M96 226c4-28 26-68 58-104 30-34 60-54 84-50 26 4 34 40 22 84-10 36-22 60-34 78-44 10-104 8-130-8z"
        fill={lit(finish)}
      />
      <path
        d="M254 76c26 24 42 84 50 152-20 8-44 12-70 14 16-24 28-52 34-80 8-36 4-66-14-86z"
        fill={tone(finish, 2)}
      />
      <path d="M268 132l32 10M258 176l50 8" stroke={tone(finish, 3)} strokeWidth="3" />
      <rect
        x="262"
        y="112"
        width="14"
        height="34"
        rx="7"
        transform="rotate(14 269 129)"
        fill={tone(finish, 3)}
      />
      <path
        d="M150 152c18-22 36-36 52-42"
        stroke={tone(finish, 3)}
        strokeWidth="8"
        strokeLinecap="round"
        fill="none"
        opacity="0.7"
      />
      <path
        d="M122 200c6-18 14-32 24-46"
        stroke="#fff"
        strokeWidth="10"
        strokeLinecap="round"
        fill="none"
        opacity="0.16"
      />
    </>
  );
}
