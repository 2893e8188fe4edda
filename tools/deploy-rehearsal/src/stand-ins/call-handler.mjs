// Calls a Lambda's bundle once: node call-handler.mjs <handler.cjs> <event as JSON>. The answer
// goes to file descriptor 3.
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const [, , bundle, event] = process.argv;
const { handler } = createRequire(import.meta.url)(bundle);
const answer = await handler(JSON.parse(event), { getRemainingTimeInMillis: () => 600_000 });
writeSync(3, JSON.stringify(answer));
// Connections that a Lambda keeps for its next call would keep this process, too.
process.exit();
