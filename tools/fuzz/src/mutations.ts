import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

/** JSON texts that replace a value. */
const HOSTILE = [
  'null',
  'true',
  '""',
  '[]',
  '{}',
  '-1',
  '0.1',
  '1e308',
  '1e999',
  '-0',
  '9007199254740993',
  '9'.repeat(400),
  '"\\u0000"',
  '"\\ud800"',
  '"NaN"',
  '"1,234.56"',
  '"2026-02-30T25:61:00Z"',
  '"9999-12-31"',
  '"__proto__"',
  '{"toString":1,"valueOf":2}',
  '{"toJSON":1}',
  '{"__proto__":{"toString":1},"constructor":1,"length":-1}',
  '[[],[null,{"valueOf":{}}]]',
  '"a@b.example"',
  '"https://u:p@h.example/?token=1&email=a%40b.example#x"',
  '"%E0%A4%A"',
  `"${'x'.repeat(9_000)}"`,
  `"${'?&='.repeat(3_000)}"`,
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
];

/** Names under which a value occurs a second time. */
const NAMES = [
  '__proto__',
  'constructor',
  'toJSON',
  '_ingest',
  'events',
  'eventName',
  'properties',
  'items',
  'price',
];

const place = fc.nat(9_999);
type Change = (value: unknown, texts: string[]) => unknown;

/** Marks where hostile text goes, since no value is written as 1e999. */
const mark = (texts: string[], text: string): string => `§${texts.push(text) - 1}§`;

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...HOSTILE)).map(
    ([at, text]): Change =>
      (value, texts) =>
        changedAt(value, at, (holder, key) => (holder[key] = mark(texts, text))),
  ),
  place.map(
    (at): Change =>
      (value) =>
        changedAt(value, at, (holder, key) => delete holder[key]),
  ),
  place.map(
    (at): Change =>
      (value) =>
        changedAt(value, at, (holder, key) => (holder[key] = [holder[key], holder[key]])),
  ),
  fc.tuple(place, fc.constantFrom(...NAMES), fc.constantFrom(...HOSTILE)).map(
    ([at, name, text]): Change =>
      (value, texts) =>
        changedAt(value, at, (holder) => Object.defineProperty(holder, name, own(mark(texts, text)))),
  ),
  fc.tuple(place, place).map(([at, other]): Change => (value) => {
    let moved: unknown;
    changedAt(value, other, (holder, key) => (moved = structuredClone(holder[key])));
    return changedAt(value, at, (holder, key) => (holder[key] = moved));
  }),
);

const own = (value: unknown) => ({ value, enumerable: true, configurable: true, writable: true });

/** Changes one of the members anywhere in a value. */
function changedAt(
  value: unknown,
  at: number,
  act: (holder: Record<string, unknown>, key: string) => void,
): unknown {
  const members = membersOf(value);
  const member = members[at % Math.max(members.length, 1)];
  if (member) act(...member);
  return value;
}

function membersOf(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key], ...membersOf(holder[key])] as never);
}

/** JSON text of a value in which up to four members were changed. */
export function mutatedJson(value: unknown): fc.Arbitrary<string> {
  return fc.array(change, { maxLength: 4 }).map((changes) => {
    const texts: string[] = [];
    const changed = changes.reduce((whole, act) => act(whole, texts), structuredClone(value));
    return JSON.stringify(changed).replace(/"§(\d+)§"/g, (_, index: string) => texts[Number(index)] ?? '');
  });
}

type Damage = (text: string) => string | Buffer;

/** Damage in transit, or by a sender with an unusual encoding; mostly none. */
export const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Damage>((text) => text) },
  { weight: 4, arbitrary: fc.constant<Damage>((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.constant<Damage>((text) => Buffer.from(text, 'latin1')) },
  { weight: 1, arbitrary: fc.constant<Damage>((text) => Buffer.from(`\uFEFF${text}`, 'utf16le')) },
  { weight: 1, arbitrary: fc.constant<Damage>((text) => `\uFEFF${text}`) },
  { weight: 1, arbitrary: fc.constant<Damage>((text) => gzipSync(text)) },
  {
    weight: 1,
    arbitrary: place.map(
      (at): Damage =>
        (text) =>
          text.slice(0, at % (text.length + 1)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, fc.uint8Array({ maxLength: 6 })).map(([at, junk]): Damage => (text) => {
      const bytes = Buffer.from(text);
      Buffer.from(junk).copy(bytes, at % (bytes.length + 1));
      return bytes;
    }),
  },
);
