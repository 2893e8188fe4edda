import { readOptions, UsageError } from '@clickstream/command-line';
import type { Subject } from './subject/subject';

export interface EraseOptions {
  readonly subject: Subject;
  readonly everywhere: boolean;
  /** File that the receipt goes into; undefined for none. */
  readonly receipt: string | undefined;
}

export const ERASE_HELP = `Erases all that is kept of a user or of a browser: in the bucket, the warehouse and the quarantine.

Usage: npm run erase -- --user <id> | --client <id> [--receipt <file>] [--everywhere]

Options:
  --user <id>       the user id of events; with it go events without one, from a browser at a time at which
                    only this user was behind it, and what follows in a session of this user in which nobody else
                    signs in. Events of other users on that browser stay.
  --client <id>     the id of a browser: all its events, whoever was signed in
  --receipt <file>  writes what was done as JSON: counts by place and a hash of the id, not the id
  --everywhere      reads every object of the bucket, also those that can hold nothing by what is known of them
  --help            this text

Erased lines of objects become {"_erased": "<time>"}, so that a rebuild from the bucket brings nothing back. Old versions
of objects go, too. While an ETL run is at work it waits for it, and the facts are computed again at the end. When it is
stopped on the way, run it again: it does the rest. Events that arrive later are not erased: run it again for those.

It reads the addresses from .local/env, which is there while npm start runs, or from the environment:
RAW_BUCKET, AWS_REGION, DW_ETL_URL, DW_ADMIN_URL; AWS_ENDPOINT_URL_S3 and S3_FORCE_PATH_STYLE=true for a server other than AWS.

Objects that it cannot read are passed over, named with the reason, and may hold more: larger than 512 MB (inflated),
gzip within gzip, other than UTF-8 text, outside the folders of days, or with the id in their name.

Exit codes: 0 everything is erased, 1 something is not: run it again, 2 wrong usage,
            3 everything is erased but what objects hold that cannot be read: see to those by hand
`;

/** Reads the options of `npm run erase`. @throws {UsageError} */
export function eraseOptions(args: string[]): EraseOptions | 'help' {
  const text = { type: 'string' } as const;
  const { help, user, client, receipt, everywhere } = readOptions(args, {
    user: text,
    client: text,
    receipt: text,
    everywhere: { type: 'boolean' },
  });
  if (help) return 'help';
  if ((user === undefined) === (client === undefined)) {
    throw new UsageError('Name one --user <id> or one --client <id>.');
  }
  const id = (user ?? client ?? '').trim();
  if (id === '') throw new UsageError('The id is empty.');
  return {
    subject: { kind: user === undefined ? 'client' : 'user', id },
    everywhere: everywhere === true,
    receipt,
  };
}
