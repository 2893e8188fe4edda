import type { Construct } from 'constructs';

/** The services that can hold the warehouse. */
const MANAGED_WAREHOUSES = ['rds', 'aurora'] as const;
export type ManagedWarehouse = (typeof MANAGED_WAREHOUSES)[number];

/** Ways in which customers of the storefront can sign in. */
const WAYS_TO_SIGN_IN = ['cognito', 'code'] as const;
export type SignIn = (typeof WAYS_TO_SIGN_IN)[number];

/** Optional parts of a deployment, from `context` in cdk.json or `cdk -c name=value`. */
export interface Switches {
  /** The endpoint `ec2messages`, for SSM agents before 3.3.40. Costs as much as the other two. */
  readonly ec2messages: boolean;
  /** Athena and Glue over the raw objects. */
  readonly growth: boolean;
  /** An empty warehouse on RDS or Aurora, in addition to the machine: docs/growth.md. */
  readonly managedWarehouse: ManagedWarehouse | undefined;
  /**
   * Lambda's concurrency limit against two runs of the ETL. New accounts allow 10 concurrent
   * executions and refuse it.
   */
  readonly reserveEtlConcurrency: boolean;
  /** Off while the warehouse's machine is replaced: see docs/runbooks/replace-the-instance.md. */
  readonly attachWarehouseVolume: boolean;
  /** A snapshot from which the warehouse's volume is created, instead of a blank one. */
  readonly warehouseSnapshot: string | undefined;
  /**
   * Any new name gives the warehouse a blank volume, in case the current one is lost or wrong and
   * has no snapshot.
   */
  readonly warehouseVolume: string | undefined;
  /** Off while the machine of the shop's database is replaced: docs/runbooks/shop-database.md. */
  readonly attachShopVolume: boolean;
  /** A snapshot from which the volume of the shop's database is created. */
  readonly shopSnapshot: string | undefined;
  /**
   * `https://github.com/owner/name` of the storefront; without it, the
   * storefront stack is left out.
   */
  readonly storefrontRepository: string | undefined;
  readonly storefrontBranch: string;
  /** `https://` address of a shop that has a domain of its own; else it is Amplify's. */
  readonly shopUrl: string | undefined;
  /** `owner/name` whose GitHub Actions may deploy; without it, they get no role. */
  readonly deployRepository: string | undefined;
  /**
   * True when the account has GitHub's identity provider already, from another stage or product. An
   * account can have only one.
   */
  readonly existingGithubProvider: boolean;
  /** A domain that SES shall send customers' mail for: docs/runbooks/mail.md. */
  readonly mailDomain: string | undefined;
  /** The sender of customers' mail, by SES; without it, Cognito sends 50 a day itself. */
  readonly mailFrom: string | undefined;
  /**
   * Way in which customers sign in: by Cognito, or by codes that SES mails from `mailFrom`, which
   * is cheaper above some 3 M events a month. People of the shop sign in by Cognito.
   */
  readonly signIn: SignIn;
  /** Recipient of alarms. */
  readonly alarmEmail: string | undefined;
}

/** The switches as set in the context of this app. */
export function switchesOf(scope: Construct): Switches {
  const value = (name: string): unknown => scope.node.tryGetContext(name);
  const isOn = (name: string, otherwise: boolean) => {
    const given = value(name);
    return given === undefined ? otherwise : given === true || given === 'true' || given === 'on';
  };
  const text = (name: string) => {
    const given = value(name);
    return typeof given === 'string' && given !== '' ? given : undefined;
  };
  return {
    ec2messages: isOn('ec2messages', false),
    growth: isOn('growth', false),
    managedWarehouse: managedWarehouseOf(value('managedWarehouse')),
    reserveEtlConcurrency: isOn('reserveEtlConcurrency', false),
    attachWarehouseVolume: isOn('attachWarehouseVolume', true),
    warehouseSnapshot: text('warehouseSnapshot'),
    warehouseVolume: text('warehouseVolume'),
    attachShopVolume: isOn('attachShopVolume', true),
    shopSnapshot: text('shopSnapshot'),
    storefrontRepository: text('storefrontRepository'),
    storefrontBranch: text('storefrontBranch') ?? 'main',
    shopUrl: text('shopUrl'),
    deployRepository: text('deployRepository'),
    existingGithubProvider: isOn('existingGithubProvider', false),
    mailDomain: text('mailDomain'),
    mailFrom: text('mailFrom'),
    signIn: signInOf(value('signIn'), text('mailFrom')),
    alarmEmail: text('alarmEmail'),
  };
}

/** @throws Error for another service */
function managedWarehouseOf(given: unknown): ManagedWarehouse | undefined {
  if (given === undefined || given === false || given === '') return undefined;
  const known = MANAGED_WAREHOUSES.find((name) => name === given);
  if (known) return known;
  throw new Error(`managedWarehouse is "${String(given)}". Use one of: ${MANAGED_WAREHOUSES.join(', ')}.`);
}

/** @throws Error for another way, and for codes that nobody sends */
function signInOf(given: unknown, mailFrom: string | undefined): SignIn {
  if (given === undefined || given === '') return 'cognito';
  const known = WAYS_TO_SIGN_IN.find((name) => name === given);
  if (!known) throw new Error(`signIn is "${String(given)}". Use one of: ${WAYS_TO_SIGN_IN.join(', ')}.`);
  if (known === 'code' && !mailFrom)
    throw new Error('signIn is "code", which needs mailDomain and mailFrom: see docs/runbooks/mail.md.');
  return known;
}
