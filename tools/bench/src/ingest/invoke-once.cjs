// Loads a Lambda's bundle and tells its parent of the first answer:
// invoke-once.cjs <bundle> <event as JSON>
const [bundle, event] = process.argv.slice(2);
const { handler } = require(bundle);

handler(JSON.parse(event), { getRemainingTimeInMillis: () => 900_000 }).then(
  () => process.send('answered', () => process.exit(0)),
  (error) => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
