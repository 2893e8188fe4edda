import { writeFileSync } from 'node:fs';
import { runCommand, UsageError } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { clickstreamApi } from './sending/clickstream-api';
import { HELP, readCommand, type Command } from './command-line';
import { apiUrl } from './config';
import { sendSessions, type SendingResult } from './sending/send-sessions';
import { timeOf } from './truth/session-facts';
import { simulate, simulationStart } from './visits/simulate';
import { openTruthLedger, type TruthLedger } from './truth/truth';
import type { SimulatedSession } from './visits/visit';

const NO_API =
  'There is no API to send events to. Start the local cloud with "npm start", or pass --api <url>.';

/** @returns the exit code */
async function run(command: Command): Promise<number> {
  const startedAt = performance.now();
  const ledger = openTruthLedger(command.simulation);
  const result = await countAndSend(command, ledger);
  const truth = ledger.truth();
  if (command.truthFile !== undefined) {
    writeFileSync(command.truthFile, `${JSON.stringify(truth, null, 2)}\n`);
  }
  const { events, sessions } = truth.totals;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const what = `${events} events of ${sessions} sessions`;
  if (!result) {
    console.log(`Simulated ${what} in ${seconds} s, sent nothing.`);
    return 0;
  }
  console.log(`Sent ${what} in ${seconds} s, ${result.rejected.length} rejected.`);
  result.rejected.slice(0, 5).forEach(({ eventId, reason }) => console.error(`  ${eventId}: ${reason}`));
  return result.rejected.length > 0 ? 1 : 0;
}

/** Counts every session into the ledger, and sends it unless this is a dry run. */
async function countAndSend(command: Command, ledger: TruthLedger): Promise<SendingResult | undefined> {
  if (command.dryRun) {
    for (const session of simulate(command.simulation)) ledger.add(session);
    return undefined;
  }
  const api = command.api ?? apiUrl();
  if (api === undefined) throw new UsageError(NO_API);
  const progress = showProgress(command);
  try {
    return await sendSessions(
      simulate(command.simulation),
      clickstreamApi(api),
      command.concurrency,
      (session) => {
        ledger.add(session);
        progress.reached(session);
      },
    );
  } finally {
    progress.stop();
  }
}

/** A bar over the simulated time, since the number of sessions is not known beforehand. */
function showProgress({ simulation }: Command) {
  const from = simulationStart(simulation).getTime();
  const bar = progressBar('Shoppers {bar} {percentage} % · {events} events', { hideCursor: true });
  let events = 0;
  bar.start(simulation.until.getTime() - from, 0, { events });
  return {
    reached(session: SimulatedSession) {
      events += session.events.length;
      const [first] = session.events;
      if (first) bar.update(timeOf(first) - from, { events });
    },
    stop() {
      bar.update(bar.getTotal(), { events });
      bar.stop();
    },
  };
}

void runCommand({
  call: 'npm run simulate --',
  help: HELP,
  failure: 'The simulation stopped',
  read: (args) => readCommand(args, new Date()),
  run,
});
