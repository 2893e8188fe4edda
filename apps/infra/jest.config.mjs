import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('infra', {
  overrides: { testMatch: ['<rootDir>/{src,host}/**/*.test.ts'] },
});
