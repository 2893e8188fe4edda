// Installs what a fresh clone needs. Plain JavaScript without a dependency, since node_modules does
// not exist yet. Does nothing, quickly, when everything is installed.
import { ensureChromium } from './src/set-up/chromium.mjs';
import { ensureNodeModules } from './src/set-up/node-modules.mjs';
import { nodeProblem } from './src/set-up/node-version.mjs';
import { ensureR } from './src/set-up/r.mjs';

const HELP = `Usage: node tools/workspace/set-up.mjs [--with-chromium]

Installs what this repository needs on this machine:
  npm packages   when node_modules does not match package-lock.json (npm ci)
  R              for the dashboards, with apt when root on Debian or Ubuntu
  Chromium       for the browser tests, the same way, only with --with-chromium
What cannot be installed is named in one line, and the rest continues.
`;

const known = new Set(['--with-chromium']);
const args = process.argv.slice(2);
const unknown = args.find((argument) => !known.has(argument));

if (args.includes('--help')) {
  process.stdout.write(HELP);
} else if (unknown) {
  process.stderr.write(`Unknown option ${unknown}: see node tools/workspace/set-up.mjs --help\n`);
  process.exitCode = 2;
} else {
  const problem = nodeProblem(process.versions.node) ?? (await setUp(args.includes('--with-chromium')));
  if (problem) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
}

/** Installs what is missing; returns one line if the set-up cannot continue without it. */
async function setUp(withChromium) {
  // npm waits for the network while apt unpacks: side by side they take less
  // time. apt runs once at a time.
  const systemPackages = async () => [await ensureR(), withChromium ? await ensureChromium() : undefined];
  const [problem, missing] = await Promise.all([ensureNodeModules(), systemPackages()]);
  for (const line of missing) if (line) process.stderr.write(`${line}\n`);
  return problem;
}
