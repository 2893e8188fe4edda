// Runs one command, which ends when the parent process ends, for any reason. Started by
// start-kept.ts. The end of its standard input means that the parent is gone; the only order on it
// is `stop`. On standard output it reports `{pid}` and then `{code, signal, lastOutput}`, one JSON
// per line.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** @type {import('./start-kept').KeeperOrder} */
const order = JSON.parse(process.argv[2] ?? '{}');
const log = openSync(order.logFile, 'a');

// A terminal's Ctrl-C reaches every process of its group: the parent decides the
// order in which things stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop());
// The parent may be gone before the last report is read.
process.stdout.on('error', () => undefined);

const child = spawn(order.command, order.args, {
  cwd: order.cwd,
  // Its own group, so that its child processes can be ended with it.
  detached: true,
  stdio: ['ignore', log, log],
  ...(order.runAs ? { uid: order.runAs.uid, gid: order.runAs.gid } : {}),
});

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  sendSignal(order.stopSignal);
  setTimeout(() => killGroup(), order.graceMilliseconds);
}

function sendSignal(signal) {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
}

function killGroup() {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is empty already.
  }
}

function lastOutput() {
  return readFileSync(order.logFile, 'utf8').slice(-2000).trim().split('\n').slice(-3).join(' | ');
}

function end(report) {
  killGroup();
  report.lastOutput = lastOutput();
  for (const folder of order.removeFolders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    } catch (error) {
      report.lastOutput += ` | could not remove ${folder}: ${error.message}`;
    }
  }
  process.stdout.write(JSON.stringify(report) + '\n', () => process.exit(0));
  setTimeout(() => process.exit(0), 1000);
}

child.on('spawn', () => process.stdout.write(JSON.stringify({ pid: child.pid }) + '\n'));
child.on('error', (error) => end({ neverRan: error.message, code: null, signal: null }));
child.on('exit', (code, signal) => end({ code, signal }));

const orders = createInterface({ input: process.stdin });
orders.on('line', (line) => line === 'stop' && stop());
orders.on('close', () => stop());
