import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('dw-models', { servers: true });
