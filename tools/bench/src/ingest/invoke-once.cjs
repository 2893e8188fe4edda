// CommonJS, because the loader of ES modules would add its own start to the cold start.
// Loads a Lambda's bundle and reports its first answer: invoke-once.cjs <bundle> <event as JSON>
const [bundle, event] = process.argv.slice(2);
const { handler } = require(bundle);

handler(JSON.parse(event), { getRemainingTimeInMillis: () => 900_000 }).then(
  () => process.send('answered', () => process.exit(0)),
  (error) => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
