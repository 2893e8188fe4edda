import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('e2e', {
  // Each file starts a whole local cloud: one at a time.
  overrides: { maxWorkers: 1, testTimeout: 300_000 },
});
