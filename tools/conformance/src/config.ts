/** Settings of the conformance command. */
export const VARIABLES = {
  data: {
    name: 'CONFORMANCE_DATA',
    meaning: 'Folder of the real data, from the root of the workspace; --data goes before it.',
    otherwise: '../shared/data',
  },
} as const;

/** The folder of the real data, as it is set. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env[VARIABLES.data.name] || VARIABLES.data.otherwise;
}
