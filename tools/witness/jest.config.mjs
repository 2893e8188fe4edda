import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('witness', { servers: true });
