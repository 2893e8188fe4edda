/**
 * Targets of a Lambda, which is any project with `src/handler.ts`: one
 * bundle, and tests of the bundle.
 *
 * @param {{ esbuild?: string, nativePackage?: string }} lambda `esbuild` are options for this
 *   bundle alone; `nativePackage` has compiled code for the platform of Lambda
 * @returns {Record<string, import('@nx/devkit').TargetConfiguration>}
 */
export function lambdaTargets({ esbuild = '', nativePackage }) {
  const options = [
    '--bundle --platform=node --target=node24 --format=cjs --minify --sourcemap',
    // The ES modules of the AWS SDK, of which esbuild keeps only what is used: 160 kB
    // less to load at a cold start.
    '--main-fields=module,main',
    // pg asks for it, and does without.
    '--external:pg-native',
    esbuild,
  ];
  const bundle = `esbuild src/handler.ts ${options.filter(Boolean).join(' ')} --outfile=dist/handler.cjs`;
  const native = nativePackage
    ? ` && node ../../tools/nx-plugin/src/add-native-package.mjs ${nativePackage}`
    : '';
  return {
    bundle: {
      executor: 'nx:run-commands',
      options: {
        cwd: '{projectRoot}',
        command: `${bundle}${native}`,
      },
    },
    build: { executor: 'nx:noop', dependsOn: ['bundle'] },
    test: { dependsOn: ['bundle'] },
  };
}
