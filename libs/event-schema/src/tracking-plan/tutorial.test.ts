import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '../../../..');
const TSC = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
const LOADER = join(REPOSITORY, 'tools/workspace/typescript.mjs');

/**
 * The code of CONTRIBUTING's tutorial "add an event", one text for each block of TypeScript, in
 * order.
 */
function tutorialBlocks(): string[] {
  const text = readFileSync(join(REPOSITORY, 'CONTRIBUTING.md'), 'utf8');
  const [, tutorial = ''] = text.split(/^## Tutorial.*$/m);
  return [...tutorial.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
}

let workspace: string;
let library: string;

/** Changes a file of the copy; fails where the tutorial no longer fits the code. */
function edit(file: string, before: string | RegExp, after: string): void {
  const path = join(library, 'src', file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(before, after);
  if (edited === text)
    throw new Error(`${file} does not contain ${String(before)}: change the tutorial or this test.`);
  writeFileSync(path, edited);
}

const compile = () => spawnSync(process.execPath, [TSC, '-p', library], { encoding: 'utf8' });

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'tutorial-'));
  library = join(workspace, 'libs/event-schema');
  cpSync(join(REPOSITORY, 'libs/event-schema/src'), join(library, 'src'), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(workspace, 'node_modules'));
  mkdirSync(join(workspace, 'docs'));
  writeFileSync(join(library, 'package.json'), '{ "type": "module" }');
  const compilerOptions = { composite: false, emitDeclarationOnly: false, noEmit: true };
  const config = {
    extends: join(REPOSITORY, 'tsconfig.base.json'),
    compilerOptions,
    files: ['src/tracking-plan/write-tracking-plan.ts', 'src/testing/index.ts'],
  };
  writeFileSync(join(library, 'tsconfig.json'), JSON.stringify(config));
});

afterAll(() => rmSync(workspace, { recursive: true }));

it('adds an event as CONTRIBUTING describes: an incomplete event does not compile, and the tracking plan has it', () => {
  const [ga4Name = '', definition = '', entry = '', example = ''] = tutorialBlocks();
  edit('event-names.ts', "'order_refund',\n]", "'order_refund',\n  'compare_add',\n]");
  edit('event-names.ts', /(order_refund: '?\w+'?,\n)/, `$1${ga4Name}`);
  expect(compile().stdout).toMatch(/events\/index\.ts.*\n?.*compare_add/);
  edit('events/product.ts', /$/, `\n${definition}`);
  edit('events/index.ts', 'import { addToCartClick,', 'import { addToCartClick, compareAdd,');
  edit('events/index.ts', 'order_refund: orderRefund,\n', `order_refund: orderRefund,\n${entry}`);
  edit(
    'testing/event-builders.ts',
    'PAYLOADS: { readonly [N in EventName]: () => PayloadOf<N> } = {\n',
    `$&${example}`,
  );
  expect(compile().stdout).toBe('');
  const write = join(library, 'src/tracking-plan/write-tracking-plan.ts');
  execFileSync(process.execPath, ['--import', LOADER, write], { cwd: library });
  const plan = readFileSync(join(workspace, 'docs/tracking-plan.md'), 'utf8');
  expect(plan).toContain('compare_add');
  expect(plan).toContain('A product was put next to others to compare.');
});
