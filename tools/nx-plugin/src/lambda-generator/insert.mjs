/**
 * Inserts lines before the one that begins with `anchor`.
 *
 * @param {import('@nx/devkit').Tree} tree
 * @param {string} file
 * @param {string} anchor
 * @param {string} text
 */
export function insertBefore(tree, file, anchor, text) {
  insertAt(tree, file, anchor, (lines) => lines.findIndex((line) => line.startsWith(anchor)), text);
}

/** Inserts a line after the last one that fits a pattern. */
export function insertAfterLast(tree, file, pattern, text) {
  insertAt(tree, file, pattern, (lines) => lines.findLastIndex((line) => pattern.test(line)) + 1 || -1, text);
}

/** Inserts a line among those that fit a pattern and are sorted, where it belongs. */
export function insertSorted(tree, file, pattern, text) {
  const place = (lines) => {
    const next = lines.findIndex((line) => pattern.test(line) && line > text);
    return next === -1 ? lines.findLastIndex((line) => pattern.test(line)) + 1 || -1 : next;
  };
  insertAt(tree, file, pattern, place, text);
}

/** Adds a text to the end of the array that is the value of a constant. */
export function addToArray(tree, file, constant, text) {
  const array = new RegExp(`(const ${constant} = \\[[^\\]]*?),?\\s*\\]`);
  const content = tree.read(file, 'utf8');
  if (!array.test(content)) throw new Error(unfit(file, `array ${constant}`));
  tree.write(file, content.replace(array, `$1, '${text}']`));
}

function insertAt(tree, file, what, place, text) {
  const lines = tree.read(file, 'utf8').split('\n');
  const at = place(lines);
  if (at === -1) throw new Error(unfit(file, `line like ${what}`));
  tree.write(file, lines.toSpliced(at, 0, text).join('\n'));
}

function unfit(file, what) {
  return `${file} has no ${what}. Say in tools/nx-plugin/src/lambda-generator where a Lambda is listed there now.`;
}
