import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTree } from '@nx/devkit/testing';
import { addToArray, insertAfterLast, insertBefore, insertSorted } from './insert.mjs';

/** The text after a change. */
function changed(text, change) {
  const tree = createTree();
  tree.write('file', text);
  change(tree);
  return tree.read('file', 'utf8');
}

describe('a line', () => {
  it('goes before its anchor', () => {
    assert.equal(
      changed('a\nb\n', (tree) => insertBefore(tree, 'file', 'b', 'x')),
      'a\nx\nb\n',
    );
  });

  it('goes after the last of its kind', () => {
    assert.equal(
      changed('- a\n- b\nend', (tree) => insertAfterLast(tree, 'file', /^- /, '- x')),
      '- a\n- b\n- x\nend',
    );
  });

  it('goes to its place among sorted ones, or after the last of them', () => {
    const list = 'head\n- a\n- c\nzz\n';
    assert.equal(
      changed(list, (tree) => insertSorted(tree, 'file', /^- /, '- b')),
      'head\n- a\n- b\n- c\nzz\n',
    );
    assert.equal(
      changed(list, (tree) => insertSorted(tree, 'file', /^- /, '- d')),
      'head\n- a\n- c\n- d\nzz\n',
    );
  });
});

it('an array gets one more text, on one line or on several', () => {
  const add = (tree) => addToArray(tree, 'file', 'LIST', 'x');
  assert.equal(changed("const LIST = ['a'];", add), "const LIST = ['a', 'x'];");
  assert.equal(changed("const LIST = [\n  'a',\n];", add), "const LIST = [\n  'a', 'x'];");
});

it('a file that has changed its shape is named, with what it lacks', () => {
  const message = /^file has no .*(none|LIST)/;
  for (const change of [
    (tree) => insertBefore(tree, 'file', 'none', 'x'),
    (tree) => insertAfterLast(tree, 'file', /none/, 'x'),
    (tree) => insertSorted(tree, 'file', /none/, 'x'),
    (tree) => addToArray(tree, 'file', 'LIST', 'x'),
  ])
    assert.throws(() => changed('a\n', change), { message });
});
