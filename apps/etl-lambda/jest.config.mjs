import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('etl-lambda', { servers: true });
