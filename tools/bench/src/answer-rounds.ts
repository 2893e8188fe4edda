import type { FromContender, RoundMeasure, ToContender } from './contender-process';

/**
 * The contender's side of `startContender`: prepares once, then measures each round it is asked
 * for. The process ends when its parent does.
 *
 * @param prepare gets the settings of `startContender` and returns what one round does
 */
export function answerRounds<Settings>(prepare: (settings: Settings) => Promise<() => Promise<void>>): void {
  let round: (() => Promise<void>) | undefined;
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: ToContender) => {
    const work = async (): Promise<FromContender> => {
      if (message.kind === 'prepare') {
        round = await prepare(message.settings as Settings);
        return { kind: 'ready' };
      }
      if (round === undefined) throw new Error('A round was asked for before its preparation.');
      return { kind: 'measured', measure: await measureRound(round) };
    };
    work().then(answer, (error: unknown) => answer({ kind: 'failed', reason: String(error) }));
  });
}

function answer(message: FromContender): void {
  process.send?.(message);
}

async function measureRound(round: () => Promise<void>): Promise<RoundMeasure> {
  const startedAt = process.hrtime.bigint();
  const cpuBefore = process.cpuUsage();
  await round();
  const cpu = process.cpuUsage(cpuBefore);
  return {
    wallSeconds: Number(process.hrtime.bigint() - startedAt) / 1e9,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    // Linux and macOS both arrive here in KiB: libuv evens them out.
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
}
