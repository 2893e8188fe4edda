/** @jest-environment node */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const TRACKER = resolve(__dirname, '..');
const MODULES = resolve(TRACKER, '../../node_modules');
const shop = mkdtempSync(join(tmpdir(), 'shop-'));
const run = (file: string, ...args: string[]) =>
  execFileSync(file, args, { cwd: shop, encoding: 'utf8', stdio: 'pipe' });
const write = (file: string, text: string) => writeFileSync(join(shop, file), text);

beforeAll(() => {
  const packed = join(shop, 'packed');
  run(process.execPath, join(TRACKER, 'package.mjs'), packed);
  const [archive] = run('npm', 'pack', packed, '--silent').trim().split('\n');
  const installed = join(shop, 'node_modules/sbw-clickstream');
  mkdirSync(installed, { recursive: true });
  run('tar', '-xzf', String(archive), '-C', installed, '--strip-components=1');
  // What a project with React has beside it.
  for (const name of ['react', '@types', 'csstype'])
    symlinkSync(join(MODULES, name), join(shop, 'node_modules', name));
  // The example of its README, as a shop copies it.
  const readme = readFileSync(join(installed, 'README.md'), 'utf8');
  write('tracking.tsx', /```tsx\n([^]*?)```/.exec(readme)?.[1] ?? '');
  write(
    'use.ts',
    `import { theTracker } from './tracking';
theTracker().track('product_view', { product: { id: 'LT-1', name: 'Aero', price: 1 } });
theTracker().track('checkout_complete', { order: { orderId: 'A', revenue: 1 } }, { eventId: 'x' });
// @ts-expect-error a price is a number
theTracker().track('product_view', { product: { id: 'LT-1', name: 'Aero', price: '1' } });
// @ts-expect-error the contract does not know it
theTracker().track('size_guide_open');
export const id: string | undefined = theTracker().clientId();
`,
  );
});

afterAll(() => rmSync(shop, { recursive: true }));

describe('the package', () => {
  it.each([
    ['bundler', 'esnext'],
    ['node10', 'commonjs'],
    ['nodenext', 'nodenext'],
  ])('has types that check with moduleResolution %s', (moduleResolution, module) => {
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--jsx', 'react-jsx', '--types', 'react'];
    const chosen = [
      '--module',
      module,
      '--moduleResolution',
      moduleResolution,
      '--ignoreDeprecations',
      '6.0',
    ];
    const tsc = join(MODULES, 'typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, ...options, ...chosen, 'use.ts'], {
      cwd: shop,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  it('is loaded by import and by require, and exports the same by both', () => {
    write('load.mjs', `console.log(Object.keys(await import('sbw-clickstream')).sort().join())`);
    write('load.cjs', `console.log(Object.keys(require('sbw-clickstream')).sort().join())`);
    const names = run(process.execPath, 'load.mjs');
    expect(names).toContain('createTracker');
    expect(run(process.execPath, 'load.cjs')).toBe(names);
  });

  it('needs nothing of this workspace', () => {
    const installed = join(shop, 'node_modules/sbw-clickstream');
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as object;
    expect(manifest).not.toHaveProperty('dependencies');
    for (const file of ['index.mjs', 'index.cjs', 'index.d.ts'])
      expect(readFileSync(join(installed, file), 'utf8')).not.toMatch(/from ['"]|require\(|typebox/i);
  });
});
