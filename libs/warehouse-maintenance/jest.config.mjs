import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('warehouse-maintenance', { servers: true });
