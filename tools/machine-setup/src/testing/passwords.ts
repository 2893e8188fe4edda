export const ROLES = ['dw_admin', 'etl_writer', 'shiny_ro', 'shiny_done', 'shiny_saved'] as const;
export type Role = (typeof ROLES)[number];
export type Passwords = Readonly<Record<Role, string>>;

/** The prefix of the passwords in Parameter Store. */
export const PARAMETERS = '/clickstream/warehouse';

/** Passwords with every character that a shell, an address, SQL or systemd could stumble over. */
export function awkwardPasswords(generation: number): Passwords {
  const tail = ` +&=?#%41:@'"\\$HOME/;*!~-generation${generation}`;
  return {
    dw_admin: `adm${tail}`,
    etl_writer: `etl${tail}`,
    shiny_ro: `shi${tail}`,
    shiny_done: `don${tail}`,
    shiny_saved: `sav${tail}`,
  };
}

/** Each password in the ways in which it could be written somewhere. */
export function writtenForms(passwords: Passwords): string[] {
  return Object.values(passwords).flatMap((password) => [password, encodeURIComponent(password)]);
}

/** Content of Parameter Store. */
export function asParameters(passwords: Passwords): Record<string, string> {
  return Object.fromEntries(ROLES.map((role) => [`${PARAMETERS}/${role}`, passwords[role]]));
}
