import type { Variant } from '../../../shop/gateway';

/** An option of a family and its values, in the order in which the family has them. */
export interface Choice {
  readonly label: string;
  readonly values: readonly string[];
}

/** The options of a family. */
export function choicesOf(variants: readonly Variant[]): Choice[] {
  const labels = variants[0]?.options.map(([label]) => label) ?? [];
  return labels.map((label) => ({
    label,
    values: [...new Set(variants.map((variant) => valueOf(variant, label)))],
  }));
}

/**
 * The product with a value of an option that is most like the current one: another colour keeps the
 * memory, if there is one.
 */
export function nearest(
  variants: readonly Variant[],
  current: Variant,
  label: string,
  value: string,
): Variant {
  const alike = (variant: Variant) =>
    variant.options.filter(([name, own]) => valueOf(current, name) === own).length;
  const [best = current] = variants
    .filter((variant) => valueOf(variant, label) === value)
    .sort((a, b) => alike(b) - alike(a));
  return best;
}

function valueOf({ options }: Variant, label: string): string {
  return options.find(([name]) => name === label)?.[1] ?? '';
}
