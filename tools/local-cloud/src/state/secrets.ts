import { randomBytes } from 'node:crypto';
import { readJson } from './read-json';
import { writeJson } from './write-atomically';

const ROLES = [
  'postgres',
  'dw_admin',
  'etl_writer',
  'shiny_ro',
  'shiny_done',
  'shiny_saved',
  'shop_admin',
  'shop_app',
] as const;

/** A password for each database role. */
export type Secrets = Readonly<Record<(typeof ROLES)[number], string>>;

/** The passwords of a state folder: random, made once, readable only by their owner. */
export function ensureSecrets(file: string): Secrets {
  const known = readJson<Partial<Secrets>>(file) ?? {};
  if (ROLES.every((role) => known[role])) return known as Secrets;
  const secrets = Object.fromEntries(
    ROLES.map((role) => [role, known[role] ?? randomBytes(18).toString('hex')]),
  ) as Record<(typeof ROLES)[number], string>;
  writeJson(file, secrets);
  return secrets;
}
