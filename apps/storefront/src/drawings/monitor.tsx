import type { MonitorPicture } from '../shop/gateway';
import { lit, shaded } from './finishes';
import { FloorShadow } from './floor-shadow';
import { monitorModel, type MonitorModel } from './monitor-model';
import { panelOutline, type Strip } from './monitor-panel';
import { bounds, placement } from './space/projection';
import { Slab } from './space/slab';

/** A monitor that is on: as wide, as bent and as high as its model. */
export function MonitorDrawing({ picture }: { picture: MonitorPicture }) {
  const model = monitorModel(picture);
  const { camera, size, strips, stand } = model;
  const { finish, glow } = picture;
  return (
    <>
      <FloorShadow camera={camera} bodies={stand} />
      {glow && <Aura model={model} glow={glow} />}
      {stand.map((body, index) => (
        <Slab key={index} camera={camera} shape={body} face={lit(finish)} body={shaded(finish)} />
      ))}
      <path
        d={panelOutline(camera, strips, size, size.thickness)}
        fill={shaded(finish)}
        stroke={shaded(finish)}
        strokeWidth="5"
        strokeLinejoin="round"
      />
      <path
        d={panelOutline(camera, strips, size, 0)}
        fill="#0d0e10"
        stroke="#0d0e10"
        strokeWidth="5"
        strokeLinejoin="round"
      />
      {strips.map((strip) => (
        <Glass key={strip.from} strip={strip} model={model} picture={picture} />
      ))}
    </>
  );
}

/** The part of the picture on the screen that falls on one strip of the panel. */
function Glass({ strip, model, picture }: { strip: Strip; model: MonitorModel; picture: MonitorPicture }) {
  const { frame, width, height } = model.size;
  const screen = { width: width - 2 * frame, height: height - 2 * frame - 8 };
  // Neighbours overlap by a hair, or the rim would shine through between them.
  const right = Math.min(strip.from + strip.width + 4, width - frame);
  const left = Math.max(strip.from, frame);
  return (
    <g transform={placement(model.camera, strip.plane)}>
      <svg x={left - strip.from} y={frame} width={right - left} height={screen.height}>
        <use href={`#wall-${picture.wallpaper}`} x={frame - left} {...screen} />
        {!picture.curved && (
          <path d={`M${screen.width * 0.6} 0h${screen.width}v${screen.height}z`} fill="#fff" opacity="0.06" />
        )}
      </svg>
    </g>
  );
}

/** Light on the wall behind a gaming monitor. */
function Aura({ model, glow }: { model: MonitorModel; glow: NonNullable<MonitorPicture['glow']> }) {
  const { camera, strips } = model;
  const seen = bounds(
    camera,
    strips.map(({ plane }) => plane.origin),
  );
  return <ellipse cx="200" cy={seen.bottom + 60} rx="196" ry="116" fill={`url(#glow-${glow})`} />;
}
