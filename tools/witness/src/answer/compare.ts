/** One number, by both. */
export interface Compared {
  readonly key: string;
  readonly warehouse: string;
  readonly witness: string;
}

/** The numbers of a tile, by both. */
export interface TileAnswer {
  readonly tab: string;
  readonly name: string;
  readonly numbers: readonly Compared[];
  /** Those on which the two differ. */
  readonly differing: readonly Compared[];
}

type Row = Readonly<Record<string, unknown>>;

/** Puts the rows of both together by their keys; a key that one does not have counts 0 there. */
export function compareTile(
  { tab, name }: { readonly tab: string; readonly name: string },
  warehouse: readonly Row[],
  witness: readonly Row[],
): TileAnswer {
  const [stored, counted] = [byKey(warehouse), byKey(witness)];
  const keys = [...new Set([...stored.keys(), ...counted.keys()])].sort();
  const numbers = keys
    .map((key) => ({ key, warehouse: stored.get(key) ?? '0', witness: counted.get(key) ?? '0' }))
    .filter((number) => number.warehouse !== '0' || number.witness !== '0');
  return { tab, name, numbers, differing: numbers.filter((number) => number.warehouse !== number.witness) };
}

const byKey = (rows: readonly Row[]) =>
  new Map(rows.map(({ key, number }) => [String(key), plain(String(number ?? 0))]));

/** A decimal without the zeros at its end: both databases write as many as the column has. */
function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** An exact sum of decimals of at most six places. */
export function sumOf(decimals: readonly string[]): string {
  const millionths = decimals.reduce((sum, decimal) => sum + millionthsOf(decimal), 0n);
  const [sign, size] = millionths < 0n ? ['-', -millionths] : ['', millionths];
  return plain(`${sign}${size / MILLION}.${String(size % MILLION).padStart(6, '0')}`);
}

const MILLION = 1_000_000n;

function millionthsOf(decimal: string): bigint {
  const [whole = '0', part = ''] = decimal.split('.');
  const size = BigInt(whole.replace('-', '')) * MILLION + BigInt(part.padEnd(6, '0').slice(0, 6));
  return decimal.startsWith('-') ? -size : size;
}
