export type { Picture } from './picture';
export { Drawing, ProductPicture } from './product-picture';
export { PictureDefs } from './shared/picture-defs';
