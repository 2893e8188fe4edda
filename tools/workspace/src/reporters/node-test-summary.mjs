import { basename } from 'node:path';

import { firstLine } from './first-line.mjs';

/**
 * A reporter for `node --test` that writes what `tools/workspace/run-tests.mjs` adds up, as
 * jest-summary.mjs does for jest.
 */
export default async function* summary(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  for await (const { type, data } of events) {
    // A suite is not a test.
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:fail') {
      counts.failed += 1;
      const { error } = data.details;
      failures.push({ title: data.name, message: firstLine((error?.cause ?? error)?.message) });
    }
    if (type === 'test:pass') counts[data.skip || data.todo ? 'skipped' : 'passed'] += 1;
  }
  yield `${JSON.stringify({ project: basename(process.cwd()), ...counts, failures })}\n`;
}
