import type { MonitorPicture } from '../picture';
import { lit, shaded } from '../shared/finishes';
import { FloorShadow } from '../shared/floor-shadow';
import { monitorModel, type MonitorModel } from './monitor-model';
import { glassRim, panelRim, wallpaperPlace } from './monitor-panel';
import { toPath } from '../space/outline';
import { bounds, placement, project, type Point3 } from '../space/projection';
import { Slab } from '../space/slab';

/** A monitor that is on, in the width, curve and height of its model. */
export function MonitorDrawing({ picture }: { picture: MonitorPicture }) {
  const model = monitorModel(picture);
  const { camera, panel, stand } = model;
  const { finish, glow } = picture;
  const path = (rim: readonly Point3[]) => toPath(rim.map((point) => project(camera, point)));
  // A rim wider than its line rounds the corners.
  const rounded = { strokeWidth: 5, strokeLinejoin: 'round' } as const;
  return (
    <>
      <FloorShadow camera={camera} bodies={stand} />
      {glow && <Aura model={model} glow={glow} />}
      {stand.map((body, index) => (
        <Slab key={index} camera={camera} shape={body} face={lit(finish)} body={shaded(finish)} />
      ))}
      <path
        d={path(panelRim(panel, panel.thickness))}
        fill={shaded(finish)}
        stroke={shaded(finish)}
        {...rounded}
      />
      <path d={path(panelRim(panel, 0))} fill="#0d0e10" stroke="#0d0e10" {...rounded} />
      <Glass model={model} picture={picture} outline={path(glassRim(panel))} />
    </>
  );
}

interface GlassProps {
  readonly model: MonitorModel;
  readonly picture: MonitorPicture;
  /** The visible part of the screen, as an SVG path. */
  readonly outline: string;
}

function Glass({ model, picture, outline }: GlassProps) {
  const { plane, ...place } = wallpaperPlace(model.panel);
  // Two pictures with one id have the same size and shape, and so the same outline.
  const clip = `glass-${picture.shape}-${picture.stand}-${picture.screenInches}`;
  return (
    <>
      <clipPath id={clip}>
        <path d={outline} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <g transform={placement(model.camera, plane)}>
          <use href={`#wall-${picture.wallpaper}`} {...place} />
          <path
            d={`M${place.width * 0.6} ${place.y}h${place.width}v${place.height}z`}
            fill="#fff"
            opacity="0.06"
          />
        </g>
      </g>
    </>
  );
}

/** Light on the wall behind a gaming monitor. */
function Aura({ model, glow }: { model: MonitorModel; glow: NonNullable<MonitorPicture['glow']> }) {
  const { left, right, top, bottom } = bounds(model.camera, panelRim(model.panel, 0));
  return (
    <ellipse
      cx={(left + right) / 2}
      cy={(top + bottom) / 2}
      rx={(right - left) * 0.62}
      ry={(bottom - top) * 0.68}
      fill={`url(#glow-${glow})`}
    />
  );
}
