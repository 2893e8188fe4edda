import { Value } from '@sinclair/typebox/value';
import { PictureSchema, type Picture } from './picture';
import { ENDING, pictureName } from './picture-name';

/** The picture with a file name; null for a name of another form. */
export function pictureNamed(name: string): Picture | null {
  if (!name.endsWith(ENDING)) return null;
  const words = new URLSearchParams(name.slice(0, -ENDING.length));
  const picture = Object.fromEntries([...words].map(([word, value]) => [word, valueOf(value)]));
  // Only the one spelling, so that a picture is cached once.
  if (!Value.Check(PictureSchema, picture)) return null;
  return pictureName(picture) === name ? picture : null;
}

function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
