import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromiumPath } from './open-chromium';

describe('chromiumPath', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-path-'));
  const full = join(folder, 'chromium');
  const shell = join(folder, 'chromium-headless-shell');

  afterAll(() => rmSync(folder, { recursive: true }));

  it('uses an installed browser, the headless shell first, and CHROMIUM_PATH before all', () => {
    const env = { PATH: `/nowhere:${folder}` };
    expect(() => chromiumPath(env)).toThrow('Chromium is not installed');
    writeFileSync(full, '');
    expect(chromiumPath(env)).toBe(full);
    writeFileSync(shell, '');
    expect(chromiumPath(env)).toBe(shell);
    expect(chromiumPath({ ...env, CHROMIUM_PATH: full })).toBe(full);
  });
});
