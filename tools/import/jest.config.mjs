import { jestConfig } from '../../jest.preset.mjs';

// hyparquet and what it needs ship only ES modules: they are compiled like our own source.
const esModules = /node_modules\/(?!(fast-check|pure-rand|hyparquet|hyparquet-compressors|hysnappy|fzstd)\/)/;

export default jestConfig('import', { overrides: { transformIgnorePatterns: [esModules.source] } });
