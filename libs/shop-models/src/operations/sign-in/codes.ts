import { createHash, randomInt } from 'node:crypto';

/** A code is valid for so many minutes. */
export const CODE_MINUTES = 10;
/** So many codes are compared with it, right or wrong. */
export const MOST_TRIES = 5;
/** Codes that one address is mailed, whoever asks. */
export const MOST_AN_HOUR = 5;
export const MOST_A_DAY = 20;

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/**
 * The hash of a code, for the database. It keeps it out of logs and backups that people look at;
 * somebody who has the table can try all millions, for as long as the code is valid.
 */
export function codeHash(email: string, code: string): Buffer {
  return createHash('sha256').update(`${email}\n${code}`).digest();
}
