import { visitDashboard } from './dashboard-visit';
import { Host } from './machines/host';
import type { MachineParts, Outcome } from './machines/machine';
import { asParameters, PARAMETERS, type Passwords, type Role } from './passwords';

/** Options of a connection from inside the machine. */
export interface Connection {
  readonly role: Role | 'postgres';
  readonly host: string;
  readonly tls: 'require' | 'disable';
  /** By default the role's own. */
  readonly password?: string;
}

/** `SBW_EC2_ShinyDWH` as AWS would run it. */
export class WarehouseHost extends Host {
  constructor(
    parts: Omit<MachineParts, 'addresses'>,
    address: string,
    public passwords: Passwords,
    say: (line: string) => void,
  ) {
    super(parts, { address, network: '10.0.128.0/20', parameters: PARAMETERS }, asParameters(passwords), say);
  }

  /** Puts passwords into Parameter Store; the machine does not know of them yet. */
  async changePasswords(passwords: Passwords): Promise<void> {
    this.passwords = passwords;
    await this.changeParameters(asParameters(passwords));
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
    return visitDashboard(this.pid, chromiumFile);
  }
}
