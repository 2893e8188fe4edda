import type { ReactElement } from 'react';
import { Drawing } from './drawing';
import type { Picture } from './picture';
import { PICTURE_DEFINITIONS } from './shared/picture-definitions';

/** Renders an element as markup, as `react-dom/server` does. */
type Render = (element: ReactElement) => string;

/**
 * A picture as the text of an SVG file, with the definitions that it uses and no other. A program
 * may import the renderer of React only in some places, so the caller passes it in.
 */
export function drawPicture(picture: Picture, render: Render): string {
  const drawing = <Drawing picture={picture} />;
  return render(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="16 12 368 276">
      <defs>{definitionsFor(drawing, render)}</defs>
      {drawing}
    </svg>,
  );
}

/** The definitions that a drawing refers to, and those that they refer to. */
function definitionsFor(drawing: ReactElement, render: Render): ReactElement[] {
  const idsIn = (element: ReactElement) =>
    [...render(<svg>{element}</svg>).matchAll(/(?:url\(#|href="#)([^)"]+)/g)].map(([, id]) => id ?? '');
  const found = new Map<string, ReactElement>();
  const needed = idsIn(drawing);
  for (let id = needed.shift(); id !== undefined; id = needed.shift()) {
    const definition = PICTURE_DEFINITIONS[id];
    if (!definition || found.has(id)) continue;
    found.set(id, definition);
    needed.push(...idsIn(definition));
  }
  return [...found.values()];
}
