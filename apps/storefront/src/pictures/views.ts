import type { Picture } from '../shop/gateway';

const POSES = ['front', 'left', 'right'] as const;

/** A drawing of a product from one side. */
export interface View {
  readonly picture: Picture;
  readonly pose: (typeof POSES)[number];
}

/** Further drawings of a product: a laptop is drawn from each side, other things from one. */
export function furtherViews(picture: Picture): View[] {
  if (picture.drawing !== 'laptop') return [];
  return POSES.filter((pose) => pose !== picture.pose)
    .slice(0, 2)
    .map((pose) => ({ picture: { ...picture, pose }, pose }));
}
