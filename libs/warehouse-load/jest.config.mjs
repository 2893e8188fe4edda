import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('warehouse-load', { servers: true });
