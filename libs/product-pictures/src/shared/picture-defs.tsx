import { FinishGradients } from './finishes';
import { WallpaperSymbols } from './wallpapers';

/** Definitions that all product pictures of a page share. It is rendered once and shows nothing. */
export function PictureDefs() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="visually-hidden">
      <defs>
        <FinishGradients />
        <WallpaperSymbols />
        <filter id="soft" x="-20%" y="-50%" width="140%" height="200%">
          <feGaussianBlur stdDeviation="7" />
        </filter>
        <radialGradient id="floor-shadow">
          <stop offset="0" stopColor="#000" stopOpacity="0.3" />
          <stop offset="0.6" stopColor="#000" stopOpacity="0.1" />
          <stop offset="1" stopColor="#000" stopOpacity="0" />
        </radialGradient>
      </defs>
    </svg>
  );
}
