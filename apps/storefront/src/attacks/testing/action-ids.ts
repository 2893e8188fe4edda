import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Manifest {
  readonly node: Readonly<Record<string, { readonly exportedName: string }>>;
}

/**
 * The ids by which browsers call the actions of the built shop. They are in its scripts: anybody
 * has them.
 */
export function actionIds(): ReadonlyMap<string, string> {
  const file = resolve(import.meta.dirname, '../../../.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]));
}
