import type { Picture } from '../shop/gateway';

/** A drawing of a product and what it shows, in words. */
export interface View {
  readonly picture: Picture;
  readonly words: string;
}

const POSES = { front: 'from the front', left: 'from the left', right: 'from the right' } as const;

/** Further drawings of a product: a laptop is drawn from each side, other things from one. */
export function furtherViews(picture: Picture): View[] {
  if (picture.drawing !== 'laptop') return [];
  return (Object.keys(POSES) as (keyof typeof POSES)[])
    .filter((pose) => pose !== picture.pose)
    .slice(0, 2)
    .map((pose) => ({ picture: { ...picture, pose }, words: POSES[pose] }));
}
