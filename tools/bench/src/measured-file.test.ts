import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordMeasurement, type Measurement } from './measured-file';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'measured-'));
  file = join(folder, 'measured.md');
});

afterEach(() => rmSync(folder, { recursive: true }));

const measured = (title: string, rate: string): Measurement => ({
  title,
  command: `npm run bench -- ${title}`,
  circumstances: '2026-11-29',
  report: {
    table: [
      ['', 'events/s'],
      [title, rate],
    ],
    remarks: [],
  },
});

const headings = () => readFileSync(file, 'utf8').match(/^#.*$/gm);

it('adds each benchmark once, in the order of their first run', () => {
  recordMeasurement(file, measured('ingest', '1'));
  recordMeasurement(file, measured('etl', '2'));
  expect(headings()).toEqual(['# Measured figures', '## ingest', '## etl']);
});

it('replaces the last run of a benchmark and keeps the others', () => {
  for (const title of ['ingest', 'etl', 'cold starts']) recordMeasurement(file, measured(title, '1'));
  const before = readFileSync(file, 'utf8');
  recordMeasurement(file, measured('etl', '9'));
  expect(readFileSync(file, 'utf8')).toBe(
    before.replace(/(\| etl +\| +)1/, (_, cells: string) => `${cells}9`),
  );
});
