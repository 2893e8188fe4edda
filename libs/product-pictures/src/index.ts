export { drawPicture } from './draw-picture';
export type { Picture } from './picture';
export { pictureNamed } from './picture-named';
export { pictureName } from './picture-name';
