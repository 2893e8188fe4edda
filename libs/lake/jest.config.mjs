import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('lake', { servers: true });
