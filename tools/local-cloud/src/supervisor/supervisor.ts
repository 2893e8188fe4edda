import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessEnd, RunningServer } from '@clickstream/local-servers';
import type { ProcessRecords } from './process-records';

/** A process that runs as long as the local cloud. */
export interface Service<Server extends RunningServer = RunningServer> {
  /** Name for people. */
  readonly name: string;
  readonly logFile: string;
  /** Starts it and returns once it answers. */
  start(): Promise<Server>;
}

export interface SupervisorOptions {
  readonly records: ProcessRecords;
  /** Shows one line to the person at the terminal. */
  readonly say: (line: string) => void;
  /** Delays before each restart of a crashed service; after the last one it is given up. */
  readonly restartDelays?: readonly number[];
  /** Time without a crash after which a service has all its tries again. */
  readonly calmMilliseconds?: number;
}

/** Less than the first wait before a restart. */
const AT_ONCE_MILLISECONDS = 500;

/** Starts services, starts them again when they crash, and stops them in reverse order. */
export class Supervisor {
  /**
   * Resolves when everything must stop: with one line when a service cannot be kept running, with
   * undefined when several services end at once. That is not a crash: Nx, for example, ends a tree
   * of processes from its leaves on Ctrl-C.
   */
  readonly over: Promise<string | undefined>;
  private readonly running = new Map<string, RunningServer>();
  private stopping = false;
  private lastEnd: readonly [string, number] = ['', 0];
  private giveUp: (reason?: string) => void = () => undefined;

  constructor(private readonly options: SupervisorOptions) {
    this.over = new Promise((resolve) => (this.giveUp = resolve));
  }

  /** Starts a service; a service that does not even start the first time is an error. */
  async start<Server extends RunningServer>(service: Service<Server>): Promise<Server> {
    const server = await service.start();
    await this.watch(service, server, 0);
    return server;
  }

  /** Stops everything, the latest first. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const server of [...this.running.values()].reverse()) await server.stop();
    this.running.clear();
    this.options.records.clear();
  }

  private async watch(service: Service, server: RunningServer, crashes: number): Promise<void> {
    this.running.set(service.name, server);
    this.options.records.remember(service.name, [server.process.pid, server.process.keeperPid]);
    // A service that became ready while everything was being stopped.
    if (this.stopping) await server.stop();
    const startedAt = Date.now();
    void server.ended.then((end) => {
      if (!this.stopping && this.isOneOfSeveral(service)) return this.giveUp();
      const calm = Date.now() - startedAt > (this.options.calmMilliseconds ?? 60_000);
      return this.stopping ? undefined : this.restart(service, describeEnd(end), calm ? 0 : crashes);
    });
  }

  private isOneOfSeveral({ name }: Service): boolean {
    const now = Date.now();
    const [lastName, lastTime] = this.lastEnd;
    this.lastEnd = [name, now];
    return lastName !== name && now - lastTime < AT_ONCE_MILLISECONDS;
  }

  private async restart(service: Service, how: string, crashes: number): Promise<void> {
    const { say, restartDelays = [1000, 2000, 4000, 8000] } = this.options;
    const delay = restartDelays[crashes];
    if (delay === undefined) {
      this.giveUp(`${service.name} does not stay up (${how}): its log is ${service.logFile}`);
      return;
    }
    say(`${service.name} ${how} and is started again: its log is ${service.logFile}`);
    await sleep(delay);
    if (this.stopping) return;
    try {
      const server = await service.start();
      say(`${service.name} is back`);
      await this.watch(service, server, crashes + 1);
    } catch (error) {
      if (this.stopping) return;
      await this.restart(service, `did not start: ${(error as Error).message}`, crashes + 1);
    }
  }
}

function describeEnd({ code, signal }: ProcessEnd): string {
  return signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
}
