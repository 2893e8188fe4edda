import type { BagPicture } from '../picture';
import { lit, shaded, tone } from '../shared/finishes';

/** A backpack, a sleeve or a laptop bag. */
export function BagDrawing({ picture }: { picture: BagPicture }) {
  switch (picture.shape) {
    case 'backpack':
      return <Backpack picture={picture} />;
    case 'sleeve':
      return <Sleeve picture={picture} />;
    case 'brief':
      return <Brief picture={picture} />;
  }
}

function Backpack({ picture: { finish, trim } }: { picture: BagPicture }) {
  return (
    <>
      <ellipse cx="200" cy="272" rx="120" ry="16" fill="url(#floor-shadow)" />
      <path d="M172 36c0-22 56-22 56 0" fill="none" stroke={tone(finish, 3)} strokeWidth="9" />
      <path
        d="M112 130c-26 20-34 90-22 130M288 130c26 20 34 90 22 130"
        fill="none"
        stroke={tone(finish, 3)}
        strokeWidth="14"
        strokeLinecap="round"
      />
      <path
        d="M110 104c0-46 36-72 90-72s90 26 90 72v136c0 20-12 32-32 32H142c-20 0-32-12-32-32z"
        fill={lit(finish)}
      />
      <path
        d="M258 40c22 12 32 34 32 64v136c0 20-12 32-32 32h-18c20 0 30-12 30-32V104c0-30-4-50-12-64z"
        fill={tone(finish, 2)}
        opacity="0.6"
      />
      <path d="M118 106c40-22 124-22 164 0" fill="none" stroke={tone(finish, 3)} strokeWidth="4" />
      <path d="M176 92l-4 22" stroke={tone(trim, 1)} strokeWidth="7" strokeLinecap="round" />
      <path
        d="M134 170c0-10 6-16 16-16h100c10 0 16 6 16 16v70c0 12-8 20-20 20h-92c-12 0-20-8-20-20z"
        fill={shaded(finish)}
      />
      <path d="M140 178h120" stroke={tone(finish, 0)} strokeWidth="3" strokeDasharray="7 5" opacity="0.5" />
      <rect x="180" y="200" width="40" height="24" rx="4" fill={tone(trim, 1)} />
      <path
        d="M132 96c6-22 22-36 44-42"
        stroke="#fff"
        strokeWidth="7"
        strokeLinecap="round"
        fill="none"
        opacity="0.16"
      />
    </>
  );
}

function Sleeve({ picture: { finish, trim } }: { picture: BagPicture }) {
  return (
    <>
      <ellipse cx="200" cy="256" rx="160" ry="18" fill="url(#floor-shadow)" />
      <g transform="rotate(-5 200 150)">
        <path d="M84 78c0-8 6-14 14-14h204c8 0 14 6 14 14v16H84z" fill="#d3d7dc" />
        <path d="M92 70h216v20H92z" fill="#a4aab2" />
        <path
          d="M66 100c0-10 6-16 16-16h236c10 0 16 6 16 16v126c0 14-8 22-22 22H88c-14 0-22-8-22-22z"
          fill={lit(finish)}
        />
        <path
          d="M66 220v6c0 14 8 22 22 22h224c14 0 22-8 22-22v-6c0 10-8 16-22 16H88c-14 0-22-6-22-16z"
          fill={tone(finish, 2)}
        />
        <path
          d="M78 98h244v128c0 6-4 10-10 10H88c-6 0-10-4-10-10z"
          fill="none"
          stroke={tone(finish, 3)}
          strokeWidth="2.5"
          strokeDasharray="7 5"
          opacity="0.6"
        />
        <path
          d="M66 108c0-14 6-24 16-24h236c10 0 16 10 16 24l-112 44c-14 6-30 6-44 0z"
          fill={tone(finish, 2)}
          opacity="0.7"
        />
        <path d="M66 102c0-12 6-18 16-18h236c10 0 16 6 16 18l-112 42c-14 6-30 6-44 0z" fill={lit(finish)} />
        <rect
          x="184"
          y="126"
          width="32"
          height="34"
          rx="5"
          fill={tone(trim, 1)}
          stroke={tone(trim, 2)}
          strokeWidth="2"
        />
      </g>
    </>
  );
}

function Brief({ picture: { finish, trim } }: { picture: BagPicture }) {
  return (
    <>
      <ellipse cx="200" cy="262" rx="166" ry="18" fill="url(#floor-shadow)" />
      <path
        d="M70 120C60 20 340 20 330 120"
        fill="none"
        stroke={tone(finish, 3)}
        strokeWidth="9"
        opacity="0.85"
      />
      <path
        d="M156 100V74c0-10 6-16 16-16h56c10 0 16 6 16 16v26"
        fill="none"
        stroke={tone(trim, 2)}
        strokeWidth="11"
      />
      <rect x="52" y="98" width="296" height="166" rx="20" fill={shaded(finish)} />
      <rect x="52" y="94" width="296" height="160" rx="20" fill={lit(finish)} />
      <path d="M56 128h288" stroke={tone(finish, 3)} strokeWidth="4" />
      <path d="M92 128v10" stroke={tone(trim, 1)} strokeWidth="7" strokeLinecap="round" />
      <path
        d="M84 166c0-8 4-12 12-12h208c8 0 12 4 12 12v62c0 8-4 12-12 12H96c-8 0-12-4-12-12z"
        fill={tone(finish, 2)}
        opacity="0.6"
      />
      <path d="M148 94v160M252 94v160" stroke={tone(trim, 1)} strokeWidth="10" opacity="0.9" />
      <rect x="184" y="188" width="32" height="20" rx="3" fill={tone(trim, 1)} />
      <circle cx="64" cy="116" r="7" fill={tone(trim, 2)} />
      <circle cx="336" cy="116" r="7" fill={tone(trim, 2)} />
    </>
  );
}
