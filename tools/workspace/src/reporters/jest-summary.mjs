import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A jest reporter that leaves the project's counts where
 * `tools/workspace/run-tests.mjs` adds them up.
 */
export default class SummaryReporter {
  constructor(globalConfig, options) {
    this.folder = join(globalConfig.rootDir, 'test-results');
    this.name = options.name;
  }

  onRunComplete(_contexts, results) {
    mkdirSync(this.folder, { recursive: true });
    const file = join(this.folder, 'summary.json');
    const failedToRun = results.testResults.filter((suite) => suite.testExecError).length;
    writeFileSync(
      file,
      JSON.stringify({
        project: this.name,
        passed: results.numPassedTests,
        failed: results.numFailedTests + failedToRun,
        skipped: results.numPendingTests + results.numTodoTests,
      }) + '\n',
    );
  }
}
