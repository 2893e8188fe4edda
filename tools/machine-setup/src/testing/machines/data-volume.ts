import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A block device that outlives the machines that mount it, as an EBS volume does. */
export interface DataVolume {
  readonly device: string;
  remove(): Promise<void>;
}

/**
 * Makes a blank block device out of a sparse file.
 *
 * @param size in bytes
 * @throws Error when this system has no loop devices
 */
export async function makeDataVolume(file: string, size = 4 * 1024 ** 3): Promise<DataVolume> {
  const handle = await open(file, 'w');
  await handle.truncate(size);
  await handle.close();
  const { stdout } = await run('losetup', ['--find', '--show', file]);
  const device = stdout.trim();
  return {
    device,
    remove: async () => {
      await run('losetup', ['--detach', device]);
      await rm(file, { force: true });
    },
  };
}

/** Releases the devices that a killed run left behind in a folder. */
export async function detachVolumesIn(folder: string): Promise<void> {
  const { stdout } = await run('losetup', ['--list', '--noheadings', '--output', 'NAME,BACK-FILE']);
  for (const line of stdout.split('\n')) {
    const [device, file] = line.trim().split(/\s+/);
    if (device && file?.startsWith(folder)) await run('losetup', ['--detach', device]);
  }
}
