import type { ReactNode } from 'react';
import type { Finish, GadgetPicture } from '../picture';
import { lit, shaded, tone } from '../shared/finishes';
import { FloorShadow } from '../shared/floor-shadow';
import { slabPoints, type SlabShape } from '../space/outline';
import { cameraFor, placement, type Camera, type Plane } from '../space/projection';
import { Slab } from '../space/slab';

interface Props {
  readonly picture: GadgetPicture;
}

interface BlockProps {
  readonly finish: Finish;
  readonly size: {
    readonly width: number;
    readonly height: number;
    readonly depth: number;
    readonly radius: number;
  };
  readonly view: Pick<Camera, 'yaw' | 'pitch'>;
  readonly fill: number;
  /** Drawn on the top, in millimetres from its back left corner. */
  readonly top?: ReactNode;
  /** Drawn on the front, in millimetres from its upper left corner. */
  readonly front?: ReactNode;
}

/** A block on the desk with things on its top and its front. */
function Block({ finish, size, view, fill, top, front }: BlockProps) {
  const { width, height, depth, radius } = size;
  const shape: SlabShape = {
    plane: { origin: [-width / 2, height, -depth / 2], right: [1, 0, 0], down: [0, 0, 1] },
    width,
    height: depth,
    thickness: height,
    radius,
  };
  const camera = cameraFor(view, slabPoints(shape), fill);
  const frontPlane: Plane = { origin: [-width / 2, height, depth / 2], right: [1, 0, 0], down: [0, -1, 0] };
  return (
    <g transform="translate(0 -28)">
      <FloorShadow camera={camera} bodies={[shape]} />
      <Slab camera={camera} shape={shape} face={lit(finish)} body={shaded(finish)}>
        {top}
      </Slab>
      <g transform={placement(camera, frontPlane)}>{front}</g>
    </g>
  );
}

/** A docking station, its ports to the viewer. */
export function DockDrawing({ picture: { finish } }: Props) {
  return (
    <Block
      finish={finish}
      size={{ width: 210, height: 34, depth: 86, radius: 12 }}
      view={{ yaw: -24, pitch: 26 }}
      fill={0.94}
      top={
        <path
          d="M82 43h46M96 52h18"
          stroke={tone(finish, 0)}
          strokeWidth="4"
          strokeLinecap="round"
          opacity="0.5"
        />
      }
      front={
        <>
          <path d="M22 17h12M44 17h12" stroke="#08090a" strokeWidth="7" strokeLinecap="round" />
          <path d="M70 12h19v10H70zM98 12h19v10H98z" fill="#08090a" />
          <path d="M128 11h24v12h-24z" fill="#08090a" />
          <circle cx="170" cy="17" r="5" fill="#08090a" />
          <circle cx="190" cy="17" r="2.4" fill="#6fd08a" />
        </>
      }
    />
  );
}

/** A hub on its short cable. */
export function HubDrawing({ picture: { finish } }: Props) {
  return (
    <>
      <path
        d="M96 122C40 96 44 54 92 48c30-4 44 16 76 8"
        fill="none"
        stroke={tone(finish, 3)}
        strokeWidth="8"
        strokeLinecap="round"
      />
      <rect x="164" y="42" width="40" height="22" rx="5" transform="rotate(-10 164 53)" fill={lit(finish)} />
      <rect x="204" y="40" width="16" height="12" rx="4" transform="rotate(-10 204 46)" fill="#9aa0a8" />
      <Block
        finish={finish}
        size={{ width: 118, height: 15, depth: 46, radius: 8 }}
        view={{ yaw: -26, pitch: 32 }}
        fill={0.86}
        front={
          <>
            <path d="M14 4h16v7H14zM38 4h16v7H38zM62 4h16v7H62z" fill="#16181b" />
            <path d="M88 7.500h8M102 7.500h6" stroke="#16181b" strokeWidth="4" strokeLinecap="round" />
          </>
        }
      />
    </>
  );
}

/** A charger with its cable. */
export function ChargerDrawing({ picture: { finish } }: Props) {
  return (
    <>
      <path
        d="M236 226c60 40 120 6 108-46-8-34-46-32-46-66 0-28 26-42 46-42"
        fill="none"
        stroke={tone(finish, 2)}
        strokeWidth="8"
        strokeLinecap="round"
      />
      <rect
        x="338"
        y="60"
        width="32"
        height="22"
        rx="6"
        fill={lit(finish)}
        stroke={tone(finish, 2)}
        strokeWidth="1.5"
      />
      <rect x="370" y="65" width="14" height="12" rx="4" fill="#9aa0a8" />
      <g transform="translate(-34 0)">
        <Block
          finish={finish}
          size={{ width: 66, height: 62, depth: 34, radius: 9 }}
          view={{ yaw: -30, pitch: 22 }}
          fill={0.8}
          front={
            <>
              <path d="M26 14h14M26 26h14M26 38h14" stroke="#16181b" strokeWidth="5" strokeLinecap="round" />
              <path d="M25 46h16v7H25z" fill="#16181b" />
            </>
          }
        />
      </g>
    </>
  );
}

/** A portable drive in its bumper. */
export function DriveDrawing({ picture: { finish, trim = finish } }: Props) {
  return (
    <Block
      finish={finish}
      size={{ width: 104, height: 16, depth: 62, radius: 13 }}
      view={{ yaw: -28, pitch: 38 }}
      fill={0.84}
      top={
        <>
          <rect
            x="3.5"
            y="3.5"
            width="97"
            height="55"
            rx="10"
            fill="none"
            stroke={tone(trim, 1)}
            strokeWidth="4.5"
          />
          <path d="M24 41h24" stroke={tone(finish, 0)} strokeWidth="3" strokeLinecap="round" opacity="0.6" />
          <circle cx="84" cy="16" r="2" fill="#6fd08a" />
        </>
      }
      front={<path d="M46 8h12" stroke="#08090a" strokeWidth="4.5" strokeLinecap="round" />}
    />
  );
}
