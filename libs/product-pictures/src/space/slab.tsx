import type { ReactNode } from 'react';
import { silhouette, type SlabShape } from './outline';
import { placement, type Camera } from './projection';

interface SlabProps {
  readonly camera: Camera;
  readonly shape: SlabShape;
  /** Fill of the face towards the viewer. */
  readonly face: string;
  /** Fill of the body behind it, of which the edges show. */
  readonly body: string;
  /** Content of the face, drawn flat in millimetres from its upper left corner. */
  readonly children?: ReactNode;
}

/** A flat body in space with something on its face. */
export function Slab({ camera, shape, face, body, children }: SlabProps) {
  return (
    <>
      <path d={silhouette(camera, shape)} fill={body} />
      <g transform={placement(camera, shape.plane)}>
        <rect width={shape.width} height={shape.height} rx={shape.radius} fill={face} />
        {children}
      </g>
    </>
  );
}
