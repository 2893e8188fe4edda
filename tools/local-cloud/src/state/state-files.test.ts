import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { writeEnvFile } from './env-file';
import { ensureSecrets } from './secrets';

describe('the files of a state folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'state-files-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const modeOf = (file: string) => statSync(file).mode & 0o777;

  it('keeps the passwords that it made first, readable only by their owner', () => {
    const file = join(folder, 'secrets.json');
    const secrets = ensureSecrets(file);
    expect(ensureSecrets(file)).toEqual(secrets);
    expect(new Set(Object.values(secrets)).size).toBe(8);
    expect(modeOf(file)).toBe(0o600);
  });

  it('writes a dotenv file that only its owner can read, whole or not at all', () => {
    const file = join(folder, 'env');
    const env = {
      DW_ETL_URL: 'postgres://etl_writer:p%40ss@127.0.0.1:4340/clickstream_dw',
      RAW_BUCKET: 'raw',
    };
    writeEnvFile(file, { RAW_BUCKET: 'old' });
    writeEnvFile(file, env);
    expect(parseEnv(readFileSync(file, 'utf8'))).toEqual(env);
    expect(modeOf(file)).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['env', 'secrets.json']);
  });
});
