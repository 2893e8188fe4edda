/** A resource that somebody has read and accepted. */
export interface ReviewedResource {
  readonly type: string;
  /** True when some stages or switches leave it out. */
  readonly isOptional: boolean;
  /** Lines of `describeResource`, and whether each may be missing. */
  readonly lines: ReadonlyMap<string, { readonly isOptional: boolean }>;
}

/** The resources of a stack by name. */
export type ReviewedStack = ReadonlyMap<string, ReviewedResource>;

/** A resource of one synthesis. */
export interface DescribedResource {
  /** Its logical id in the template. */
  readonly id: string;
  readonly type: string;
  /** Lines of `describeResource`. */
  readonly lines: readonly string[];
}

/** Resources of one synthesis of a stack, by name. */
export type DescribedStack = ReadonlyMap<string, DescribedResource>;

/** Everything that any synthesis of a stack contains; optional where another lacks it. */
export function mergeSyntheses(syntheses: readonly DescribedStack[]): ReviewedStack {
  const names = new Set(syntheses.flatMap((stack) => [...stack.keys()]));
  return new Map(
    [...names].sort().map((name) => {
      const found = syntheses.flatMap((stack) => stack.get(name) ?? []);
      const lines = [...new Set(found.flatMap((resource) => resource.lines))].sort();
      const isOptional = (line: string) => !found.every((one) => one.lines.includes(line));
      const resource: ReviewedResource = {
        type: found[0]?.type ?? '',
        isOptional: found.length < syntheses.length,
        lines: new Map(lines.map((line) => [line, { isOptional: isOptional(line) }])),
      };
      return [name, resource];
    }),
  );
}

/** The text of a reviewed stack, for a file. A question mark is before what may be missing. */
export function formatReviewed(stack: ReviewedStack): string {
  const blocks = [...stack].map(([name, { type, isOptional, lines }]) => {
    const body = [...lines].map(([line, each]) => `${each.isOptional ? '? ' : '  '}  ${line}`);
    return [`${isOptional ? '? ' : '  '}${name} ${type}`, ...body].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

/** Reads the text of `formatReviewed`. */
export function parseReviewed(text: string): ReviewedStack {
  const stack = new Map<string, ReviewedResource>();
  for (const block of text.trimEnd().split('\n\n')) {
    const [head = '', ...body] = block.split('\n');
    const [name = '', type = ''] = head.slice(2).split(' ');
    const lines = new Map(body.map((line) => [line.slice(4), { isOptional: line.startsWith('?') }]));
    stack.set(name, { type, isOptional: head.startsWith('?'), lines });
  }
  return stack;
}

/** A difference between a synthesis and what was reviewed. */
export interface Unreviewed {
  readonly name: string;
  /** The logical id, if it is in the template. */
  readonly id: string | undefined;
  /** A line that was added, after a plus, or is missing, after a minus. */
  readonly difference: string;
}

/** Everything in a synthesis that nobody has reviewed, and everything reviewed that it lacks. */
export function unreviewed(stack: DescribedStack, reviewed: ReviewedStack): Unreviewed[] {
  const changed = [...stack].flatMap(([name, resource]) =>
    differencesOf(resource, reviewed.get(name)).map((difference) => ({ name, id: resource.id, difference })),
  );
  const missing = [...reviewed]
    .filter(([name, { isOptional }]) => !isOptional && !stack.has(name))
    .map(([name, { type }]) => ({ name, id: undefined, difference: `- ${type}` }));
  return [...changed, ...missing];
}

function differencesOf({ type, lines }: DescribedResource, reviewed: ReviewedResource | undefined): string[] {
  if (reviewed?.type !== type) return [`+ ${type}`, ...lines.map((line) => `+ ${line}`)];
  const present = new Set(lines);
  const added = lines.filter((line) => !reviewed.lines.has(line));
  const missing = [...reviewed.lines].filter(([line, { isOptional }]) => !isOptional && !present.has(line));
  return [...added.map((line) => `+ ${line}`), ...missing.map(([line]) => `- ${line}`)];
}
