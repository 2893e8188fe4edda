/** Files of tests and builds: `devDependencies` are for them. */
const ONLY_IN_DEVELOPMENT = '\\.test\\.m?[jt]sx?$|/(testing|proofs|tests)/|^libs/tracker/[^/]+\\.mjs$';

/** A project of R, whose tests take the packages of the root. */
const WITHOUT_PACKAGE_JSON = '^tools/shiny/';

/**
 * The rules on packages that files import; every import counts, also one of a type.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'declared-in-its-project',
      comment: "A file imports a package that its project's package.json does not declare: add it there.",
      severity: 'error',
      from: { pathNot: WITHOUT_PACKAGE_JSON },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'shipped-code-has-dependencies',
      comment: 'Code that runs outside of tests imports a devDependency: move it to "dependencies".',
      severity: 'error',
      from: { pathNot: ONLY_IN_DEVELOPMENT },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|libs|tools)/[^/]+/(dist|out-tsc|cdk\\.out|\\.next|test-results|\\.local)/' },
    // A package of the workspace counts as any other: its name is declared, too.
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
