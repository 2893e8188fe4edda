import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('shopper-simulator', { servers: true });
