import { jestConfig } from '../../jest.preset.mjs';

export default jestConfig('infra-proofs', { servers: true });
