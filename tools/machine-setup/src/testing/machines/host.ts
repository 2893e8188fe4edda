import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CheckFailure } from '../checks';
import { bootMachine, type Machine, type MachineParts, type Outcome } from './machine';
import { PARAMETER_STORE_ENV, startParameterStore, type ParameterStore } from './parameter-store';

/** The bundles that one machine gets, as files. */
export interface Bundles {
  readonly osBundle: string;
  readonly appBundle: string;
}

export const DATA_DEVICE = '/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_vol0123456789abcdef0';
export const APP_FOLDER = '/var/lib/sbw/app';
/** An address of the public subnet, from which the warehouse must not let anybody in. */
export const OUTSIDE_ADDRESS = '10.0.0.10';

const INCOMING = '/var/lib/sbw/incoming';
/** The option that gives install.sh the OS bundle. */
export const WITH_PACKAGES = `--os-bundle ${INCOMING}/os-bundle.tar`;

/** Differences between our two machines. */
export interface HostKind {
  /** Address that PostgreSQL serves the network at. */
  readonly address: string;
  /** Network whose machines may reach PostgreSQL. */
  readonly network: string;
  /** Prefix of its passwords in Parameter Store. */
  readonly parameters: string;
}

/** A machine as AWS would run it, with its volume and a Parameter Store that it may read. */
export class Host {
  private machine: Machine | undefined;
  private store: ParameterStore | undefined;

  constructor(
    private readonly parts: Omit<MachineParts, 'addresses'>,
    private readonly kind: HostKind,
    private parameters: Readonly<Record<string, string>>,
    private readonly say: (line: string) => void,
  ) {}

  get address(): string {
    return this.kind.address;
  }

  async boot(): Promise<void> {
    const addresses = [`${this.address}/32`, `${OUTSIDE_ADDRESS}/32`];
    this.machine = await bootMachine({ ...this.parts, addresses });
    await this.changeParameters(this.parameters);
  }

  async reboot(): Promise<void> {
    await this.store?.stop();
    await this.machine?.powerOff();
    await this.boot();
  }

  /** Ends it as when the power fails. Harmless when it does not run. */
  async cutPower(): Promise<void> {
    await this.store?.stop();
    await this.machine?.cutPower();
    this.machine = this.store = undefined;
  }

  /** Puts passwords into Parameter Store; the machine does not know of them yet. */
  async changeParameters(parameters: Readonly<Record<string, string>>): Promise<void> {
    await this.store?.stop();
    this.parameters = parameters;
    this.store = await startParameterStore(this.pid, parameters);
  }

  /** Leaves the bundles where State Manager downloads them to. */
  async deliver({ osBundle, appBundle }: Bundles): Promise<void> {
    const incoming = join(this.parts.root, INCOMING);
    await mkdir(incoming, { recursive: true });
    await copyFile(osBundle, join(incoming, 'os-bundle.tar'));
    await copyFile(appBundle, join(incoming, 'app-bundle.tar.gz'));
  }

  /** Unpacks the app bundle as the SSM document does. */
  async unpack(): Promise<void> {
    const archive = `${INCOMING}/app-bundle.tar.gz`;
    await this.succeed(`rm -rf ${APP_FOLDER} && mkdir ${APP_FOLDER} && tar -xzf ${archive} -C ${APP_FOLDER}`);
  }

  /** Runs install.sh with the arguments of the SSM document and more. */
  install(...more: string[]): Promise<Outcome> {
    const { network, parameters } = this.kind;
    const where = `--private-network ${network} --data-device ${DATA_DEVICE}`;
    const secrets = `--parameters ${parameters} --region ap-southeast-1`;
    const command = [`${APP_FOLDER}/install.sh`, where, secrets, ...more].join(' ');
    return this.running().run(command, PARAMETER_STORE_ENV, (line) => this.say(`        | ${line}`));
  }

  /** Runs a bash script as root. */
  run(script: string, environment?: Readonly<Record<string, string>>): Promise<Outcome> {
    return this.running().run(script, environment);
  }

  /** Like `run`, for a script that must succeed. */
  async succeed(script: string): Promise<string> {
    return succeeded(await this.run(script));
  }

  /** Process 1 of the machine. */
  protected get pid(): number {
    return this.running().pid;
  }

  private running(): Machine {
    if (!this.machine) throw new Error(`the machine ${this.parts.name} does not run`);
    return this.machine;
  }
}

/** @throws CheckFailure with what it printed, unless the command succeeded */
export function succeeded({ code, output, errors }: Outcome): string {
  if (code !== 0) throw new CheckFailure(`ended with ${code}: ${output}${errors}`.trim());
  return output.trim();
}
