import { join } from 'node:path';
import { addNativePackage } from './native-package.mjs';

// node add-native-package.mjs NAME, in the folder of a Lambda that has been bundled into dist.
addNativePackage(process.argv[2], join(import.meta.dirname, '../../..'), 'dist');
