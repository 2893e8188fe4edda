/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { shopElsewhere, type ShopElsewhere } from './testing/shop-elsewhere';

/** A limit for hanging builds: on a busy machine the build of a page takes minutes. */
const PATIENCE = 600_000;

const USE = `import { theTracker } from './tracking';
theTracker().track('product_view', { product: { id: 'LT-1', name: 'Aero', price: 1 } });
theTracker().track('checkout_complete', { order: { orderId: 'A', revenue: 1 } }, { eventId: 'x' });
// @ts-expect-error a price is a number
theTracker().track('product_view', { product: { id: 'LT-1', name: 'Aero', price: '1' } });
// @ts-expect-error the contract does not know it
theTracker().track('size_guide_open');
export const id: string | undefined = theTracker().clientId();
`;

let shop: ShopElsewhere;

beforeAll(() => {
  shop = shopElsewhere(['next', 'react', 'react-dom', 'typescript', '@types', 'csstype']);
  shop.write('app/tracking.tsx', shop.example);
}, PATIENCE);

afterAll(() => shop?.remove());

describe('the types of the package', () => {
  const libraries = new Map<string, ts.SourceFile | undefined>();

  /**
   * The compiler's errors in files of the shop; the language's standard libraries are read once for
   * all cases.
   */
  function faults(files: readonly string[], chosen: ts.CompilerOptions): string[] {
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipDefaultLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      jsx: ts.JsxEmit.ReactJSX,
      types: ['react'],
      ignoreDeprecations: '6.0',
      ...chosen,
    };
    const host = ts.createCompilerHost(options);
    host.getCurrentDirectory = () => shop.folder;
    const { getSourceFile } = host;
    host.getSourceFile = (name, ...rest) => {
      if (!/\/lib\.[^/]+\.d\.ts$/.test(name)) return getSourceFile(name, ...rest);
      if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...rest));
      return libraries.get(name);
    };
    const roots = files.map((file) => join(shop.folder, file));
    return ts
      .getPreEmitDiagnostics(ts.createProgram(roots, options, host))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  it.each([
    ['node', ts.ModuleResolutionKind.Node10, ts.ModuleKind.CommonJS],
    ['nodenext', ts.ModuleResolutionKind.NodeNext, ts.ModuleKind.NodeNext],
  ])(
    'check with moduleResolution %s',
    (_name, moduleResolution, module) => {
      shop.write('app/use.ts', USE);
      shop.write(
        'alone.mts',
        `import { createTracker } from 'sbw-clickstream';\nexport { createTracker };\n`,
      );
      expect(faults(['app/use.ts', 'alone.mts'], { moduleResolution, module })).toEqual([]);
    },
    PATIENCE,
  );
});

describe('the package', () => {
  it('is loaded by import and by require, and exports the same by both', () => {
    shop.write('load.mjs', `console.log(Object.keys(await import('sbw-clickstream')).sort().join())`);
    shop.write('load.cjs', `console.log(Object.keys(require('sbw-clickstream')).sort().join())`);
    const names = shop.run('load.mjs');
    expect(names).toContain('createTracker');
    expect(shop.run('load.cjs')).toBe(names);
  });

  it('needs nothing from this workspace', () => {
    const read = (file: string) => readFileSync(join(shop.installed, file), 'utf8');
    expect(JSON.parse(read('package.json'))).not.toHaveProperty('dependencies');
    for (const file of ['index.mjs', 'index.cjs', 'index.d.ts'])
      expect(read(file)).not.toMatch(/from ['"]|require\(|typebox/i);
  });

  it(
    'is built into an empty Next project by the example of its README, which type-checks there',
    () => {
      // The packages next to this one are links to outside the project, which Turbopack must be
      // allowed to follow.
      shop.write(
        'next.config.mjs',
        `export default { turbopack: { root: '/' }, outputFileTracingRoot: '/' };`,
      );
      shop.write('package.json', `{ "private": true }`);
      shop.write(
        'app/layout.tsx',
        `import type { ReactNode } from 'react';
import { Tracking } from './tracking';
export default function Layout({ children }: { children: ReactNode }) {
  return <html><body><Tracking />{children}</body></html>;
}`,
      );
      // Checked by Next with moduleResolution bundler.
      shop.write('app/use.ts', USE);
      shop.write('app/page.tsx', `export default function Page() { return <h1>The shop</h1>; }`);
      shop.write('tsconfig.json', `{ "compilerOptions": { "strict": true }, "include": ["app"] }`);
      expect(shop.run('node_modules/next/dist/bin/next', 'build')).toContain('Finished TypeScript');
      const chunks = join(shop.folder, '.next/static/chunks');
      const code = readdirSync(chunks)
        .filter((file) => file.endsWith('.js'))
        .map((file) => readFileSync(join(chunks, file), 'utf8'));
      // The endpoint of the example, and a text that only the tracker has.
      const withTracker = code.filter((text) => text.includes('clickstream.sequence'));
      expect(withTracker.join()).toContain('endpoint:"/clickstream"');
    },
    PATIENCE,
  );
});
