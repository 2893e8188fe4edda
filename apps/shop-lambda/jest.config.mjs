import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('shop-lambda', { servers: true });
