// The npm package that carries the Lambda's Node 24 for the tests also links it as `node`, where
// every npm script and npx would find it before the Node of this machine.
import { rmSync } from 'node:fs';

rmSync(new URL('../../../../node_modules/.bin/node', import.meta.url), { force: true });
