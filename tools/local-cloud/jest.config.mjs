import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('local-cloud', { servers: true });
