import { timeOfPlainText } from '@clickstream/event-schema/normalize';

/** PostgreSQL counts time from 2000 on; this is that moment in milliseconds since 1970. */
export const EPOCH_MS = Date.UTC(2000, 0, 1);

const HEX = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? 0 : value;
});

/** Bytes of a UUID, and of a time; characters of a UUID. */
export const UUID_BYTES = 16;
const UUID_CHARACTERS = 36;
export const TIME_BYTES = 8;

/**
 * Writes a UUID of the form `019a4341-7f6a-7abc-8def-0123456789ab`.
 *
 * @throws Error when it has another length
 */
export function writeUuid(piece: Buffer, at: number, uuid: string): void {
  if (uuid.length !== UUID_CHARACTERS) throw new Error(`"${uuid}" is not a UUID.`);
  for (let from = 0; from < uuid.length;) {
    const high = uuid.charCodeAt(from);
    if (high === 0x2d) {
      from += 1;
      continue;
    }
    piece[at++] = ((HEX[high] ?? 0) << 4) | (HEX[uuid.charCodeAt(from + 1)] ?? 0);
    from += 2;
  }
}

/**
 * Writes an ISO time as `timestamptz`: microseconds since 2000, in 64 bits.
 *
 * @throws Error when it is not a time
 */
export function writeTime(piece: Buffer, at: number, time: string): void {
  const milliseconds = (timeOfPlainText(time) ?? Date.parse(time)) - EPOCH_MS;
  if (Number.isNaN(milliseconds)) throw new Error(`"${time}" is not a time.`);
  const microseconds = milliseconds * 1_000;
  if (!Number.isSafeInteger(microseconds)) {
    piece.writeBigInt64BE(BigInt(milliseconds) * 1_000n, at);
    return;
  }
  const high = Math.floor(microseconds / 2 ** 32);
  piece.writeInt32BE(high, at);
  piece.writeUInt32BE(microseconds - high * 2 ** 32, at + 4);
}
