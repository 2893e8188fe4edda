/** Decimal digits that one digit of PostgreSQL's `numeric` holds. */
const GROUP = 4;
const BASE = 10_000;

/**
 * The header of a number: the count of its digits, the weight of the first, the sign, and the
 * number of decimals shown.
 */
const HEAD_BYTES = 8;
const NEGATIVE = 0x4000;

const DECIMAL = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

/** The most bytes that a number takes in `writeNumber`. */
export const MAX_NUMBER_BYTES = HEAD_BYTES + 2 * 6;

/**
 * Writes the common amounts: whole numbers and numbers with two decimals.
 *
 * @returns the number of bytes; 0, with nothing written, for any other number
 */
export function writeNumber(piece: Buffer, at: number, value: number): number {
  const size = Math.abs(value);
  // From here on, hundredths are not exact.
  const hundredths = size < 1e12 ? Math.round(size * 100) : Number.NaN;
  const isWhole = Number.isSafeInteger(value);
  if (!isWhole && hundredths / 100 !== size) return 0;
  let whole = Math.floor(size);
  const integral = groupsOf(whole);
  const fraction = isWhole ? 0 : hundredths - whole * 100;
  const groups = isWhole ? integral : integral + 1;
  const decimals = isWhole ? 0 : fraction % 10 === 0 ? 1 : 2;
  writeHead(piece, at, groups, integral - 1, value < 0, decimals);
  for (let group = integral - 1; group >= 0; group--) {
    const rest = Math.floor(whole / BASE);
    piece.writeUInt16BE(whole - rest * BASE, at + HEAD_BYTES + 2 * group);
    whole = rest;
  }
  if (!isWhole) piece.writeUInt16BE(fraction * 100, at + HEAD_BYTES + 2 * integral);
  return HEAD_BYTES + 2 * groups;
}

/**
 * A decimal, also one with an exponent, as `numeric`. The format is that of
 * `numeric_recv` in PostgreSQL's source.
 *
 * @throws Error when it is not a decimal number
 */
export function numericOf(decimal: string): Buffer {
  const [, sign, whole, fraction = '', exponent = '0'] = DECIMAL.exec(decimal) ?? [];
  if (whole === undefined || whole + fraction === '')
    throw new Error(`"${decimal}" is not a decimal number.`);
  const shift = Number(exponent);
  const digits = whole + fraction;
  // The position of the point in the digits; it may be before the first or after the last.
  const point = whole.length + shift;
  const integral = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const decimals = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const left = integral.padStart(Math.ceil(integral.length / GROUP) * GROUP, '0');
  const right = decimals.padEnd(Math.ceil(decimals.length / GROUP) * GROUP, '0');
  const all = left + right;
  const groups = all.length / GROUP;
  const numeric = Buffer.alloc(HEAD_BYTES + 2 * groups);
  writeHead(numeric, 0, groups, left.length / GROUP - 1, sign === '-', decimals.length);
  for (let group = 0; group < groups; group++) {
    numeric.writeUInt16BE(Number(all.slice(group * GROUP, (group + 1) * GROUP)), HEAD_BYTES + 2 * group);
  }
  return numeric;
}

/** The decimal value of a `numeric` that `numericOf` or `writeNumber` wrote. */
export function decimalOf(numeric: Buffer): string {
  const groups = numeric.readUInt16BE(0);
  const weight = numeric.readInt16BE(2);
  const decimals = numeric.readUInt16BE(6);
  let whole = 0n;
  let fraction = '';
  for (let group = 0; group < groups; group++) {
    const digit = numeric.readUInt16BE(HEAD_BYTES + 2 * group);
    if (group <= weight) whole = whole * BigInt(BASE) + BigInt(digit);
    else fraction += String(digit).padStart(GROUP, '0');
  }
  const sign = numeric.readUInt16BE(4) === NEGATIVE ? '-' : '';
  return `${sign}${whole}${decimals > 0 ? `.${fraction.slice(0, decimals)}` : ''}`;
}

function groupsOf(whole: number): number {
  if (whole < BASE) return 1;
  if (whole < BASE ** 2) return 2;
  return whole < BASE ** 3 ? 3 : 4;
}

function writeHead(
  piece: Buffer,
  at: number,
  groups: number,
  weight: number,
  isNegative: boolean,
  decimals: number,
): void {
  piece.writeUInt16BE(groups, at);
  piece.writeInt16BE(weight, at + 2);
  piece.writeUInt16BE(isNegative ? NEGATIVE : 0, at + 4);
  piece.writeUInt16BE(decimals, at + 6);
}
