import { spawnSync } from 'node:child_process';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';

/** The version with which the stacks are known to pass; another one may know other rules. */
const VERSION = '1.51.0';

/** A finding as cfn-lint writes it with `--format json`. */
interface Finding {
  readonly Level: string;
  readonly Message: string;
  readonly Filename: string;
  readonly Location: { readonly Path: readonly (string | number)[] | null };
  readonly Rule: { readonly Id: string };
}

/** Two minutes for templates of which cfn-lint reads all in seconds. */
const LIMIT_MS = 120_000;

/**
 * Fails the synthesis for errors that cfn-lint finds, where cfn-lint is installed. Elsewhere the
 * other checks decide alone, and one line says so.
 *
 * @param region of the deployment
 */
export function cfnLintPlugin(region: string, program = 'cfn-lint'): IPolicyValidationPlugin {
  return {
    name: 'cfn-lint',
    validate({ templatePaths }) {
      const { stdout, error, status, stderr } = spawnSync(
        program,
        [
          '--regions',
          region,
          '--format',
          'json',
          '--non-zero-exit-code',
          'none',
          '--template',
          ...templatePaths,
        ],
        { encoding: 'utf8', timeout: LIMIT_MS, maxBuffer: 64 * 1024 * 1024 },
      );
      if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
        console.error(
          `cfn-lint is not installed, so the templates had one check less. To have it: pipx install cfn-lint==${VERSION}`,
        );
        return { success: true, violations: [] };
      }
      if (error || status !== 0) throw new Error(`cfn-lint failed: ${error?.message ?? stderr}`);
      const violations = (JSON.parse(stdout || '[]') as Finding[])
        .filter(({ Level }) => Level === 'Error')
        .map(({ Message, Filename, Location, Rule }) => ({
          ruleName: `cfn-lint-${Rule.Id}`,
          description: Message,
          violatingResources: [
            {
              resourceLogicalId: String(Location.Path?.[1] ?? ''),
              templatePath: Filename,
              locations: [(Location.Path ?? []).join('.')],
            },
          ],
        }));
      return { success: violations.length === 0, violations };
    },
  };
}
