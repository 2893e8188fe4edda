import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './free-ports';
import { occupyState } from './occupy-state';
import { stateHolder } from './state-lock';

describe('occupyState', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'occupy-state-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lets one local cloud use a state folder at a time', async () => {
    const ports = await freePorts();
    const first = await occupyState(folder, ports, ['httpApi']);
    expect(stateHolder(folder)).toBe(process.pid);
    await expect(occupyState(folder, ports, ['httpApi'])).rejects.toThrow(
      `The local cloud of ${folder} already runs (process ${process.pid}): ` +
        'stop it first, or choose another folder with LOCAL_STATE_DIR and other ports.',
    );
    first.release();
    expect(stateHolder(folder)).toBeUndefined();
    (await occupyState(folder, ports, ['httpApi'])).release();
  });

  it('takes over from a killed one, and removes its env file', async () => {
    await occupyState(folder, await freePorts(), []);
    const lock = join(folder, 'running.json');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(`${process.pid}`, '2000000000'));
    writeFileSync(join(folder, 'env'), 'API_URL=old\n');
    const { release } = await occupyState(folder, await freePorts(), []);
    expect(existsSync(join(folder, 'env'))).toBe(false);
    release();
  });

  it('gives the folder back when a port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const ports = { ...(await freePorts()), dashboards: port };
    await expect(occupyState(folder, ports, ['dashboards'])).rejects.toThrow(
      `Port ${port} (SHINY_PORT) is taken`,
    );
    await new Promise((resolve) => other.close(resolve));
    expect(stateHolder(folder)).toBeUndefined();
  });
});
