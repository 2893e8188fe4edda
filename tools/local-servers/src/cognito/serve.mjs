// The program of cognito-local's own process. PORT, HOST and CODE are cognito-local's own
// variables; it keeps its state below the folder that it is started in.
import { renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const program = createRequire(import.meta.url).resolve('cognito-local');
const StormDB = createRequire(program)('stormdb');

/**
 * A `kill -9` in the middle of a write must not cost the accounts: the file is replaced as a whole.
 */
StormDB.localFileEngine.prototype.write = async function write(data) {
  const unfinished = '.cognito/unfinished';
  writeFileSync(unfinished, this.serialize(data));
  renameSync(unfinished, this.path);
};

await import(new URL('bin/start.js', `file://${program}`).href);
