import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { formatReport, type Report } from './report';

/** One run of a benchmark, as docs/measured.md keeps it. */
export interface Measurement {
  /** The benchmark in one line; a later run of the same benchmark takes the place of this one. */
  readonly title: string;
  /** The command that was run. */
  readonly command: string;
  /** Date, number of rounds, Node and processor, in one line. */
  readonly circumstances: string;
  readonly report: Report;
}

const INTRODUCTION = `# Measured figures

Written by \`npm run bench -- <what> --record\`; do not edit. Ratios are against a floor of the same run and can be compared
between machines; rates are those of the machine.
`;

/**
 * Puts a run into the file, in the place of the last run of the same
 * benchmark; others stay as they are.
 */
export function recordMeasurement(file: string, measurement: Measurement): void {
  writeFileSync(
    file,
    withMeasurement(existsSync(file) ? readFileSync(file, 'utf8') : INTRODUCTION, measurement),
  );
}

function withMeasurement(document: string, { title, command, circumstances, report }: Measurement): string {
  const [introduction = '', ...sections] = document.split(/^(?=## )/m);
  const heading = `## ${title}\n`;
  const section = `${heading}\n\`${command}\`, ${circumstances}\n\n${formatReport(report, 'markdown')}\n`;
  const place = sections.findIndex((other) => other.startsWith(heading));
  const others = sections.map((other) => other.trimEnd() + '\n');
  if (place < 0) others.push(section);
  else others[place] = section;
  return [introduction.trimEnd() + '\n', ...others].join('\n');
}
