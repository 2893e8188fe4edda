import type { CopyType } from '@clickstream/dw-models/tables';
import { TIME_BYTES, UUID_BYTES, writeTime, writeUuid } from './binary-values';

/** The length of a field in bytes comes before each field. */
export const LENGTH_BYTES = 4;

/** Writes the length of a field. @returns where the field begins */
export function writeLength(piece: Buffer, at: number, length: number): number {
  piece[at] = length >> 24;
  piece[at + 1] = length >> 16;
  piece[at + 2] = length >> 8;
  piece[at + 3] = length;
  return at + LENGTH_BYTES;
}

/** Writes a value whose type has a fixed length. @returns the bytes that the value takes */
export function writeFixed(
  piece: Buffer,
  at: number,
  type: Exclude<CopyType, 'text' | 'jsonb' | 'numeric'>,
  value: string | number | boolean | object,
): number {
  switch (type) {
    case 'integer':
      return piece.writeInt32BE(Number(value), at) - at;
    case 'boolean':
      piece[at] = value === true ? 1 : 0;
      return 1;
    case 'timestamptz':
      writeTime(piece, at, String(value));
      return TIME_BYTES;
    case 'uuid':
      writeUuid(piece, at, String(value));
      return UUID_BYTES;
    case 'smallint':
      return piece.writeInt16BE(Number(value), at) - at;
    case 'bigint':
      return piece.writeBigInt64BE(BigInt(Number(value)), at) - at;
  }
}
