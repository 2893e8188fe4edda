import { jestConfig } from '../../jest.preset.mjs';

// Browser tests only: tests/run-tests.ts runs them after the R tests, with a filled warehouse.
export default jestConfig('shiny', {
  overrides: { testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
});
