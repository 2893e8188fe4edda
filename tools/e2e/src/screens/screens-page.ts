import { LOOKS } from './looks';

/** The page of all pictures, in Markdown: a row for each screen, a column for each look. */
export function screensPage(names: readonly string[], folder: string): string {
  const cell = (name: string, look: string) =>
    `<a href="${folder}/${name}-${look}.jpg"><img src="${folder}/${name}-${look}.jpg" alt="${titleOf(name)}, ${look}" width="195"></a>`;
  const rows = names.map((name) =>
    [
      `## ${titleOf(name)}`,
      '',
      Object.keys(LOOKS)
        .map((look) => cell(name, look))
        .join(' '),
      '',
    ].join('\n'),
  );
  return [
    '# Every screen',
    '',
    'Written by `npm run screens`, over what `npm start` runs. Click a picture to see it large; what is far down a page is cut off.',
    '',
    ...rows,
  ].join('\n');
}

/** The words of a name: `shop-nothing-found` → `Shop: nothing found`. */
export function titleOf(name: string): string {
  const [place = '', ...words] = name.split('-');
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${words.join(' ')}`;
}
