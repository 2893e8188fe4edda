import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('warehouse-commands', { servers: true });
