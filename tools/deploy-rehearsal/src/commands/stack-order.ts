/** The manifest of a cloud assembly, as far as it names stacks. */
export interface Manifest {
  readonly artifacts: Readonly<
    Record<string, { readonly type: string; readonly dependencies?: readonly string[] }>
  >;
}

/** The ids of the stacks, each after those that it needs. */
export function stacksInOrder({ artifacts }: Manifest): string[] {
  const order = new Set<string>();
  const add = (id: string): void => {
    const { type, dependencies = [] } = artifacts[id] ?? { type: 'none' };
    dependencies.forEach(add);
    if (type === 'aws:cloudformation:stack') order.add(id);
  };
  Object.keys(artifacts).forEach(add);
  return [...order];
}
