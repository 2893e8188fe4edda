import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { firstLine } from './first-line.mjs';

/**
 * A jest reporter that leaves the project's counts, and the names of tests that failed, where
 * `tools/workspace/run-tests.mjs` adds them up. With the environment variable `TEST_SUMMARY` the
 * file has that name instead of `summary`: for a project that runs jest more than once.
 */
export default class SummaryReporter {
  constructor(globalConfig, options) {
    this.rootDir = globalConfig.rootDir;
    this.name = options.name;
  }

  onRunComplete(_contexts, results) {
    const folder = join(this.rootDir, 'test-results');
    mkdirSync(folder, { recursive: true });
    const notRun = results.testResults.filter((suite) => suite.testExecError);
    const summary = {
      project: this.name,
      passed: results.numPassedTests,
      failed: results.numFailedTests + notRun.length,
      skipped: results.numPendingTests + results.numTodoTests,
      failures: [
        ...notRun.map(({ testFilePath, testExecError }) => ({
          title: `${relative(this.rootDir, testFilePath)} did not run`,
          message: firstLine(testExecError.message ?? testExecError.stack),
        })),
        ...results.testResults
          .flatMap((suite) => suite.testResults)
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => ({
            title: fullName,
            message: firstLine(failureMessages[0]),
          })),
      ],
    };
    const file = join(folder, `${process.env.TEST_SUMMARY ?? 'summary'}.json`);
    writeFileSync(file, `${JSON.stringify(summary)}\n`);
  }
}
