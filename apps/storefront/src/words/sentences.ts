/** Names of the gaps in a sentence: of `Order {number}` it is `number`. */
export type GapsOf<S extends string> = S extends `${string}{${infer Gap}}${infer Rest}`
  ? Gap | GapsOf<Rest>
  : never;

/** Sentences with these gaps, in any order. */
type WithGaps<Gaps extends string, Gap extends string = Gaps> = [Gaps] extends [never]
  ? string
  : Gap extends Gaps
    ? `${string}{${Gap}}${WithGaps<Exclude<Gaps, Gap>>}`
    : never;

/** Words of the same form in another language. A sentence keeps its gaps; plurals are its own. */
export type Spoken<W> = W extends string
  ? WithGaps<GapsOf<W>>
  : W extends { readonly one: infer One extends string; readonly other: infer Other extends string }
    ? { readonly one?: Spoken<One>; readonly other: Spoken<Other> }
    : { readonly [K in keyof W]: Spoken<W[K]> };

type Value = string | number;
type Values<Gaps extends string> = Readonly<Record<Gaps, Value>>;

/** A sentence with its gaps filled. */
export function fill<S extends string>(sentence: S, values: Values<GapsOf<S>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, gap: GapsOf<S>) => String(values[gap]));
}

/**
 * The form of a sentence for a number, which fills `{count}`. English has two forms, and Vietnamese
 * has one.
 */
export function counted<S extends string>(
  { one, other }: { readonly one?: string; readonly other: S },
  count: number,
): string {
  return fill<string>(count === 1 ? (one ?? other) : other, { count });
}

/** The parts of a sentence before and after one of its gaps, which an element fills. */
export function around<S extends string>(sentence: S, gap: GapsOf<S>): readonly [string, string] {
  const [before = '', after = ''] = sentence.split(`{${gap}}`);
  return [before, after];
}
