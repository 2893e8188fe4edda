/**
 * The folders of the load, from the top: a folder imports only from those below its own
 * line (docs/load-path.md).
 */
const FLOORS = [
  ['run'],
  ['chunk'],
  ['alerts'],
  ['alerts/counts'],
  ['alerts/rule'],
  ['books'],
  ['warehouse'],
  ['facts'],
  ['facts/carts', 'facts/touches'],
  ['facts/orders', 'facts/sessions', 'facts/identity', 'facts/products', 'facts/senders'],
  ['facts/input'],
  ['row'],
  ['row/fields'],
  ['row/channel', 'bucket', 'copy'],
  ['lines', 'ledger'],
  ['objects', 'text', 'flow'],
];
const LOAD = '^libs/warehouse-load/src';
const filesOf = (folders) => `${LOAD}/(${folders.join('|')})/[^/]+$`;
/** Tests may import from any floor. */
const TESTS = '\\.test\\.m?[jt]sx?$|/(testing|proofs)/';

/** Files of a floor import neither from higher floors nor from their neighbours. */
const floorRules = FLOORS.map((floor, index) => ({
  name: `floor-of-${floor.join('-').replaceAll('/', '.')}`,
  comment: 'A folder of the load imports only from the floors below it: see docs/load-path.md.',
  severity: 'error',
  from: { path: filesOf(floor) },
  to: { path: filesOf(FLOORS.slice(0, index).flat()) },
})).slice(1);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-ring-of-files',
      comment:
        'Files that import each other in a ring cannot be read one after the other: move what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-ring-of-folders',
      comment: 'Folders that import each other in a ring are one folder: move what both need below them.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'witness-apart',
      comment:
        'The witness shares no code with what it checks: docs/adr/0053-duckdb-is-the-second-witness.md.',
      severity: 'error',
      from: { path: '^tools/witness/' },
      to: { path: '^(apps|libs|tools)/', pathNot: '^(tools/witness|libs/(command-line|lambda-runtime))/' },
    },
    ...floorRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: `(^|/)(node_modules|dist|out-tsc|cdk\\.out|\\.next|test-results)/|${TESTS}` },
    includeOnly: '^(apps|libs|tools)/',
    // Types count as well: a ring of types is a ring for whoever reads the code.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
