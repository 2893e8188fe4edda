import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Variable } from '../config';

/** One environment variable in one project. */
export interface Setting {
  readonly name: string;
  /** Undefined when it must be set. */
  readonly otherwise: string | undefined;
  /** Another variable that makes this one optional when it is set. */
  readonly unless?: Variable<unknown>['unless'];
  readonly meaning: string;
  /** Folder of the project that reads it. */
  readonly project: string;
}

type Declared = Pick<Variable<unknown>, 'name' | 'meaning' | 'otherwise' | 'unless'>;

/** Settings that a project declares in exports called `…VARIABLES`. */
export async function collectSettings(workspace: string): Promise<Setting[]> {
  const found = filesWithSettings(workspace).map(async (file) => {
    const project = file.split('/').slice(0, 2).join('/');
    const exported = (await import(join(workspace, file))) as Record<string, Record<string, Declared>>;
    return Object.entries(exported)
      .filter(([name]) => name.endsWith('VARIABLES'))
      .flatMap(([, variables]) => Object.values(variables))
      .map(({ name, meaning, otherwise, unless }) => ({ name, meaning, otherwise, unless, project }));
  });
  return [...(await Promise.all(found)).flat(), ...dashboardSettings(workspace)];
}

function filesWithSettings(workspace: string): string[] {
  return ['apps', 'libs', 'tools']
    .flatMap((group) => readdirSync(join(workspace, group)).map((project) => `${group}/${project}/src`))
    .flatMap((folder) => [`${folder}/config.ts`, `${folder}/local-env.ts`])
    .filter((file) => existsSync(join(workspace, file)));
}

const R_ROW =
  /^#' \| `(?<name>\w+)`\s+\| (?<needed>yes|no)\s+\| (?<meaning>.*?)(?:, (?<otherwise>\S+))?\s+\|$/gm;

/** Settings of the dashboards, from the table above their reader, which is written in R. */
function dashboardSettings(workspace: string): Setting[] {
  const text = readFileSync(join(workspace, 'tools/shiny/R/config.R'), 'utf8');
  return [...text.matchAll(R_ROW)].map(({ groups = {} }) => ({
    name: groups['name'] ?? '',
    otherwise: groups['needed'] === 'yes' ? undefined : (groups['otherwise'] ?? ''),
    meaning: `${(groups['meaning'] ?? '').replace(/^./, (first) => (groups['needed'] === 'yes' ? first : first.toUpperCase()))}.`,
    project: 'tools/shiny',
  }));
}
