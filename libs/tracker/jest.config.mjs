import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('tracker', { overrides: { testEnvironment: 'jsdom' } });
