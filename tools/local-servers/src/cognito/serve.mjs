// The program of cognito-local's process. PORT, HOST and CODE are variables of cognito-local, which
// keeps its state below its working folder.
import { renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const program = createRequire(import.meta.url).resolve('cognito-local');
const StormDB = createRequire(program)('stormdb');

/**
 * Replaces the file as a whole, so that a `kill -9` during a write does not lose the accounts.
 */
StormDB.localFileEngine.prototype.write = async function write(data) {
  const unfinished = '.cognito/unfinished';
  writeFileSync(unfinished, this.serialize(data));
  renameSync(unfinished, this.path);
};

await import(new URL('bin/start.js', `file://${program}`).href);
