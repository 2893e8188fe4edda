import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';

/** The file that `npm run cost` reads. */
const FILE = resolve(import.meta.dirname, '../../cloud-bill/src/measured.json');

/** Puts a measurement into the file, with its date, command and machine; others stay. */
export function recordMeasurement(name: string, command: string, values: object): void {
  const all = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as object) : {};
  const [cpu] = cpus();
  const machine = `Node ${process.version}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'})`;
  const measurement = { date: new Date().toISOString().slice(0, 10), command, machine, ...values };
  writeFileSync(FILE, `${JSON.stringify({ ...all, [name]: measurement }, null, 2)}\n`);
}

/** A ratio with as many digits as the bill needs. */
export const ratio = (amount: number, of: number): number => Number((amount / of).toPrecision(4));
