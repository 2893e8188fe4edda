import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('migrations', { servers: true });
