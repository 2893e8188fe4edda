import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CheckFailure } from './checks';
import { visitDashboard } from './dashboard-visit';
import { bootMachine, type Machine, type MachineParts, type Outcome } from './machine';
import { PARAMETER_STORE_ENV, startParameterStore, type ParameterStore } from './parameter-store';
import { asParameters, PARAMETERS, type Passwords, type Role } from './passwords';

/** The bundles under test, as files. */
export interface Bundles {
  readonly osBundle: string;
  readonly appBundle: string;
}

/** Options of a connection from inside the machine. */
export interface Connection {
  readonly role: Role | 'postgres';
  readonly host: string;
  readonly tls: 'require' | 'disable';
  /** By default the role's own. */
  readonly password?: string;
}

export const DATA_DEVICE = '/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_vol0123456789abcdef0';
export const APP_FOLDER = '/var/lib/sbw/app';
/** An address of the public subnet, from which PostgreSQL must not let anybody in. */
export const OUTSIDE_ADDRESS = '10.0.0.10';

const INCOMING = '/var/lib/sbw/incoming';
/** The option that gives install.sh the OS bundle. */
export const WITH_PACKAGES = `--os-bundle ${INCOMING}/os-bundle.tar`;

/**
 * `SBW_EC2_ShinyDWH` as AWS would run it: a machine, its volume, and a
 * Parameter Store that it may read.
 */
export class WarehouseHost {
  private machine: Machine | undefined;
  private store: ParameterStore | undefined;

  /** @param address the one that PostgreSQL serves the private network at */
  constructor(
    private readonly parts: Omit<MachineParts, 'addresses'>,
    readonly address: string,
    public passwords: Passwords,
    private readonly say: (line: string) => void,
  ) {}

  async boot(): Promise<void> {
    const addresses = [`${this.address}/32`, `${OUTSIDE_ADDRESS}/32`];
    this.machine = await bootMachine({ ...this.parts, addresses });
    await this.changePasswords(this.passwords);
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
  async changePasswords(passwords: Passwords): Promise<void> {
    await this.store?.stop();
    this.passwords = passwords;
    this.store = await startParameterStore(this.running().pid, asParameters(passwords));
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
    const where = `--private-network 10.0.128.0/20 --data-device ${DATA_DEVICE}`;
    const secrets = `--parameters ${PARAMETERS} --region ap-southeast-1`;
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

  /** Runs SQL over TCP, as the ETL or the dashboard would. */
  query({ role, host, tls, password }: Connection, sql: string): Promise<Outcome> {
    const target = `host=${host} dbname=clickstream_dw user=${role} sslmode=${tls} connect_timeout=5`;
    return this.run(`psql --no-psqlrc --tuples-only --no-align "${target}" <<'SQL'\n${sql}\nSQL`, {
      PGPASSWORD: password ?? (role === 'postgres' ? '' : this.passwords[role]),
    });
  }

  /**
   * The main process of each service with the moment it started: the same text means
   * that it was not restarted.
   */
  async services(): Promise<Record<'postgresql' | 'dashboard', string>> {
    const show = 'systemctl show --property MainPID,ActiveEnterTimestampMonotonic,NRestarts';
    return {
      postgresql: await this.succeed(`${show} postgresql@17-dw.service`),
      dashboard: await this.succeed(`${show} sbw_dashboard.service`),
    };
  }

  /** Opens the dashboard in a browser and returns what it shows. */
  visitDashboard(chromiumFile: string): Promise<string> {
    return visitDashboard(this.running().pid, chromiumFile);
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
