// The program of cognito-local's process. PORT, HOST and CODE are variables of cognito-local, which
// keeps its state below its working folder; CODE_SECONDS is the time for which a code of somebody
// who has forgotten their password works.
import { renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { addCodeRules } from './codes.mjs';

const program = createRequire(import.meta.url).resolve('cognito-local');
const ofProgram = createRequire(program);
const StormDB = ofProgram('stormdb');

/**
 * Replaces the file as a whole, so that a `kill -9` during a write does not lose the accounts.
 */
StormDB.localFileEngine.prototype.write = async function write(data) {
  const unfinished = '.cognito/unfinished';
  writeFileSync(unfinished, this.serialize(data));
  renameSync(unfinished, this.path);
};

const { Targets } = ofProgram('./targets/targets.js');
addCodeRules(Targets, ofProgram('./errors.js'), Number(process.env.CODE_SECONDS ?? 3_600));

await import(new URL('bin/start.js', `file://${program}`).href);
