import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BOOKS_FOLDER, RAW_FOLDERS } from './bucket-names';

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

it('gives the shop rights on the folder of the books as the contract names it', () => {
  const contract = readFileSync(
    resolve(import.meta.dirname, '../../../../libs/event-schema/src/books/book-file.ts'),
    'utf8',
  );
  expect(contract).toContain(`BOOKS_PREFIX = '${BOOKS_FOLDER.replace('*', '')}'`);
});
