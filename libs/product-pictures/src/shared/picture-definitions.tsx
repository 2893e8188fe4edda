import type { ReactElement } from 'react';
import { FINISH_GRADIENTS } from './finishes';
import { WALLPAPERS } from './wallpapers';

/** Everything that drawings refer to by id. A picture contains what it uses. */
export const PICTURE_DEFINITIONS: Readonly<Record<string, ReactElement>> = byId([
  ...FINISH_GRADIENTS,
  ...WALLPAPERS,
  <filter key="soft" id="soft" x="-20%" y="-50%" width="140%" height="200%">
    <feGaussianBlur stdDeviation="7" />
  </filter>,
  <radialGradient key="floor-shadow" id="floor-shadow">
    <stop offset="0" stopColor="#000" stopOpacity="0.3" />
    <stop offset="0.6" stopColor="#000" stopOpacity="0.1" />
    <stop offset="1" stopColor="#000" stopOpacity="0" />
  </radialGradient>,
]);

function byId(definitions: readonly ReactElement<{ readonly id?: string }>[]) {
  return Object.fromEntries(definitions.map((definition) => [definition.props.id ?? '', definition]));
}
