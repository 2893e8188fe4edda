import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RAW_FOLDERS } from './bucket-names';

it('gives rights on exactly the folders of the contract, since the ETL lists all of them', () => {
  // Compared as text: infra imports nothing from the projects it ships.
  const contract = readFileSync(
    resolve(import.meta.dirname, '../../../../libs/event-schema/src/raw-object.ts'),
    'utf8',
  );
  const [, named = ''] = /RAW_PREFIXES: readonly RawPrefix\[\] = \[(.*)\]/.exec(contract) ?? [];
  expect(named).not.toBe('');
  expect(RAW_FOLDERS.map((folder) => `'${folder.replace('/*', '')}'`).join(', ')).toBe(named);
});
