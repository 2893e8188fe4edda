import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('infra', {
  overrides: { globalSetup: '<rootDir>/src/testing/own-temporary-folder.ts' },
});
