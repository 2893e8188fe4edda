import type { Setting } from './collect-settings';

const HEAD = `# Configuration

Every environment variable that a project reads, from the readers themselves: \`npx nx run lambda-runtime:configuration\` writes
this page. Variables without a default must be set; \`npm start\` writes those of a laptop into \`.local/env\`, and the stacks of
[apps/infra](../apps/infra) set those on AWS.
`;

/** The text of `docs/configuration.md`. */
export function configurationPage(settings: readonly Setting[]): string {
  const rows = new Map<string, Setting & { projects: string[] }>();
  for (const setting of settings) {
    const key = JSON.stringify([setting.name, setting.otherwise, setting.meaning]);
    const row = rows.get(key) ?? { ...setting, projects: [] };
    if (!row.projects.includes(setting.project)) row.projects.push(setting.project);
    rows.set(key, row);
  }
  const lines = [...rows.values()]
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(({ name, otherwise, unless, meaning, projects }) => [
      `\`${name}\``,
      defaultOf(otherwise, unless),
      meaning.replaceAll('|', '\\|'),
      projects.map((project) => `[${project}](../${project})`).join(', '),
    ]);
  return `${HEAD}\n${table([['variable', 'default', 'meaning', 'read by'], ...lines])}`;
}

function defaultOf(otherwise: string | undefined, unless: Setting['unless']): string {
  if (otherwise === undefined)
    return ['must be set', ...[unless ?? []].flat().map((other) => `or \`${other}\``)].join(', ');
  return otherwise === '' ? 'none' : `\`${otherwise}\``;
}

/** A table as Prettier formats it. */
function table([head = [], ...body]: readonly string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...body].map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  return line(head) + rule + body.map(line).join('');
}
