import type { GadgetPicture } from '../picture';
import { glowColour, lit, shaded, tone } from '../shared/finishes';

interface Props {
  readonly picture: GadgetPicture;
}

/** A pair of over-ear headphones, seen from the front and a little to the side. */
export function HeadsetDrawing({ picture: { finish, trim = finish, glow } }: Props) {
  return (
    <>
      <ellipse cx="200" cy="262" rx="132" ry="18" fill="url(#floor-shadow)" />
      <path
        d="M94 176C84 84 132 28 202 28s118 56 106 148"
        fill="none"
        stroke={tone(finish, 3)}
        strokeWidth="20"
        strokeLinecap="round"
      />
      <path
        d="M98 168C92 88 136 36 202 36s110 52 102 132"
        fill="none"
        stroke={tone(finish, 1)}
        strokeWidth="11"
        strokeLinecap="round"
      />
      <path
        d="M142 54c36-24 86-24 120 0"
        fill="none"
        stroke={tone(trim, 1)}
        strokeWidth="17"
        strokeLinecap="round"
      />
      <EarCup x={104} finish={finish} trim={trim} glow={glow} />
      <g transform="translate(400 0) scale(-1 1)">
        <EarCup x={104} finish={finish} trim={trim} glow={glow} />
      </g>
      {glow && (
        <path
          d="M112 232c6 26 34 34 66 30"
          fill="none"
          stroke={tone(finish, 2)}
          strokeWidth="6"
          strokeLinecap="round"
        />
      )}
      {glow && <rect x="172" y="252" width="34" height="17" rx="8.5" fill={tone(finish, 3)} />}
    </>
  );
}

interface EarCupProps {
  readonly x: number;
  readonly finish: GadgetPicture['finish'];
  readonly trim: GadgetPicture['finish'];
  readonly glow: GadgetPicture['glow'];
}

function EarCup({ x, finish, trim, glow }: EarCupProps) {
  return (
    <g transform={`translate(${x} 192)`}>
      <rect x="-10" y="-58" width="54" height="120" rx="27" fill={tone(trim, 2)} />
      <rect x="2" y="-52" width="42" height="108" rx="21" fill={tone(trim, 1)} />
      <path d="M-36-12c0-34 16-52 34-52s24 20 24 64-6 66-24 66-34-22-34-56z" fill={shaded(finish)} />
      <path d="M-40-10c0-32 14-46 30-46s22 18 22 56-6 58-22 58-30-18-30-50z" fill={lit(finish)} />
      {glow && (
        <ellipse cx="-14" cy="2" rx="14" ry="30" fill="none" stroke={glowColour(glow)} strokeWidth="5" />
      )}
      <path
        d="M-28-28c4-10 8-14 14-16"
        stroke="#fff"
        strokeWidth="5"
        strokeLinecap="round"
        fill="none"
        opacity="0.3"
      />
    </g>
  );
}

/** Two earbuds next to their case. */
export function EarbudsDrawing({ picture: { finish, trim = finish } }: Props) {
  return (
    <>
      <ellipse cx="206" cy="246" rx="164" ry="24" fill="url(#floor-shadow)" />
      <rect x="158" y="74" width="196" height="158" rx="74" fill={shaded(finish)} />
      <rect x="152" y="66" width="196" height="158" rx="74" fill={lit(finish)} />
      <path
        d="M152 134c60 14 136 14 196 0"
        fill="none"
        stroke={tone(finish, 3)}
        strokeWidth="3"
        opacity="0.6"
      />
      <path d="M228 139h44" stroke={tone(trim, 2)} strokeWidth="9" strokeLinecap="round" />
      <circle cx="250" cy="168" r="4.5" fill="#6fd08a" />
      <path
        d="M182 106c10-14 22-20 38-22"
        stroke="#fff"
        strokeWidth="8"
        strokeLinecap="round"
        fill="none"
        opacity="0.6"
      />
      <Earbud x={84} y={166} turned={-16} finish={finish} trim={trim} />
      <Earbud x={150} y={212} turned={12} finish={finish} trim={trim} />
    </>
  );
}

interface EarbudProps extends Pick<EarCupProps, 'finish' | 'trim'> {
  readonly x: number;
  readonly y: number;
  readonly turned: number;
}

function Earbud({ x, y, turned, finish, trim }: EarbudProps) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turned})`}>
      <ellipse cx="-34" cy="-14" rx="14" ry="19" transform="rotate(20 -34 -14)" fill={tone(trim, 2)} />
      <path d="M-34-32L-8-26v40l-30-10z" fill={tone(finish, 2)} />
      <path d="M-22 0c0-28 16-44 36-44s36 18 36 44-14 46-36 46-36-18-36-46z" fill={shaded(finish)} />
      <path d="M-16 0c0-26 14-40 32-40s32 16 32 40-12 42-32 42-32-16-32-42z" fill={lit(finish)} />
      <ellipse cx="20" cy="0" rx="19" ry="25" fill={tone(trim, 1)} />
      <ellipse cx="16" cy="-8" rx="8" ry="10" fill="#fff" opacity="0.35" />
    </g>
  );
}

/** A pair of small speakers. */
export function SpeakerDrawing({ picture: { finish, trim = finish } }: Props) {
  return (
    <>
      <ellipse cx="200" cy="262" rx="168" ry="20" fill="url(#floor-shadow)" />
      <SpeakerBox x={58} finish={finish} trim={trim} />
      <SpeakerBox x={222} finish={finish} trim={trim} />
    </>
  );
}

function SpeakerBox({ x, finish, trim }: Pick<EarCupProps, 'finish' | 'trim'> & { x: number }) {
  return (
    <g transform={`translate(${x} 50)`}>
      <path d="M108 8l20-8v192l-20 20z" fill={shaded(finish)} />
      <path d="M0 8l22-8h106l-20 8z" fill={tone(finish, 0)} />
      <rect y="8" width="108" height="204" rx="6" fill={lit(finish)} />
      <circle cx="54" cy="62" r="24" fill={tone(finish, 3)} />
      <circle cx="54" cy="62" r="12" fill={tone(trim, 1)} />
      <circle cx="54" cy="144" r="42" fill={tone(finish, 3)} />
      <circle cx="54" cy="144" r="33" fill={tone(trim, 1)} />
      <circle cx="54" cy="144" r="14" fill={tone(trim, 2)} />
      <path
        d="M31 122a32 32 0 0 1 20-10"
        stroke="#fff"
        strokeWidth="4"
        strokeLinecap="round"
        fill="none"
        opacity="0.35"
      />
    </g>
  );
}

/** A microphone on its desk stand. */
export function MicrophoneDrawing({ picture: { finish, glow } }: Props) {
  return (
    <>
      <ellipse cx="200" cy="258" rx="112" ry="18" fill="url(#floor-shadow)" />
      <ellipse cx="200" cy="254" rx="84" ry="17" fill={shaded(finish)} />
      <ellipse cx="200" cy="248" rx="84" ry="17" fill={lit(finish)} />
      <path d="M200 246v-44" stroke={tone(finish, 2)} strokeWidth="12" />
      <path
        d="M138 104v28c0 44 28 72 62 72s62-28 62-72v-28"
        fill="none"
        stroke={tone(finish, 3)}
        strokeWidth="9"
        strokeLinecap="round"
      />
      <rect x="156" y="28" width="88" height="160" rx="44" fill={lit(finish)} />
      <path d="M156 72a44 44 0 0 1 88 0v40h-88z" fill={tone(finish, 3)} />
      <path
        d="M166 56h68M160 68h80M158 80h84M158 92h84M158 104h84M172 44h56"
        stroke={tone(finish, 2)}
        strokeWidth="4"
        strokeDasharray="5 4"
      />
      <path d="M156 118h88" stroke={glowColour(glow)} strokeWidth="5" />
      <circle cx="200" cy="152" r="10" fill={tone(finish, 2)} />
    </>
  );
}
