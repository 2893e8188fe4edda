import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('storefront', {
  servers: true,
  overrides: { moduleNameMapper: { '\\.module\\.css$': '<rootDir>/src/testing/style-names.ts' } },
});
