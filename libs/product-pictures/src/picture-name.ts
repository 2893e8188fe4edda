import type { Picture } from './picture';

/** The ending of every picture's name. */
export const ENDING = '.svg';

/**
 * The name of a picture's file, which says everything that is drawn:
 * `drawing=mouse&finish=sage&shape=low.svg`. Equal pictures have equal names.
 */
export function pictureName(picture: Picture): string {
  const words = new URLSearchParams(
    Object.entries(picture)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, string] => [name, String(value)]),
  );
  words.sort();
  return `${words}${ENDING}`;
}
