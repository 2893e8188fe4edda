import { readOptions, UsageError } from '@clickstream/command-line';
import type { Subject } from '@clickstream/warehouse-maintenance';

export interface EraseOptions {
  readonly subject: Subject;
  readonly everywhere: boolean;
  /** True when the function on AWS does the work. */
  readonly isOnAws: boolean;
  /** File for the receipt; undefined for none. */
  readonly receipt: string | undefined;
}

export const ERASE_HELP = `Erases all data of a user or of a browser from the bucket, the warehouse, the quarantine and the shop.

Usage: npm run erase -- --user <id> | --client <id> [--receipt <file>] [--everywhere] [--on-aws]

Options:
  --user <id>       a user id: erases events with it; events without a user id from a browser while only this user
                    used it; and later events in a session of this user in which nobody else signs in. Events of
                    other users on that browser stay.
  --client <id>     the id of a browser: erases all its events, whoever was signed in
  --receipt <file>  writes a receipt as JSON: counts by place and a hash of the id, not the id
  --everywhere      reads every object of the bucket, even those that cannot contain anything by the manifest
  --on-aws          lets the function MAINTENANCE_FUNCTION do it, inside the private network: docs/runbooks/erase.md
  --help            this text

Erased lines of objects become {"_erased": "<time>"}, so that a rebuild from the bucket brings nothing back. Old versions
of objects are deleted. The command waits for a running ETL, and computes the facts again at the end. If it is stopped,
run it again: it does the rest. Events that arrive later are not erased: run it again for those.

In the shop, account and open carts go. Orders keep number, day, products and amounts, without the person: nothing in the
books changes, whose lines name nobody. Events that wait in the outbox tell the order without the person. The account of
the sign-in (Cognito) stays: delete it there.

It reads the addresses from .local/env, which is there while npm start runs, or from the environment:
RAW_BUCKET, AWS_REGION, DW_ETL_URL, DW_ADMIN_URL, WEB_DB_ADMIN_URL; AWS_ENDPOINT_URL_S3 and S3_FORCE_PATH_STYLE=true for a server other than AWS.

Objects that it cannot read are skipped and named with the reason; they may contain more: objects larger than 512 MB
(inflated), gzip within gzip, not UTF-8 text, outside the folders of days, or with the id in their name.

Exit codes: 0 everything is erased, 1 something is not: run it again, 2 wrong usage,
            3 everything is erased except in objects that cannot be read: check those by hand,
            4 everything is erased except in the facts: run npm run rebuild
`;

/** Reads the options of `npm run erase`. @throws {UsageError} */
export function eraseOptions(args: string[]): EraseOptions | 'help' {
  const text = { type: 'string' } as const;
  const { help, user, client, receipt, everywhere, ...rest } = readOptions(args, {
    user: text,
    client: text,
    receipt: text,
    everywhere: { type: 'boolean' },
    'on-aws': { type: 'boolean' },
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
    isOnAws: rest['on-aws'] === true,
    receipt,
  };
}
