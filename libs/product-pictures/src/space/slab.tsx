import type { ReactNode } from 'react';
import { silhouette, type SlabShape } from './outline';
import { placement, type Camera } from './projection';

interface SlabProps {
  camera: Camera;
  shape: SlabShape;
  /** Fill of the face towards the viewer. */
  face: string;
  /** Fill of the body behind it, of which the edges show. */
  body: string;
  /** Content of the face, drawn flat in millimetres from its upper left corner. */
  children?: ReactNode;
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
