import type { Stage } from '../../stages/stages';
import type { Switches } from '../../switches';
import type { Mask } from './describe-resource';

/** Names of files whose content decides them; the weekly packages are a file of their own. */
const HASH = /[0-9a-f]{64}|(?<=os-bundle-)[0-9a-f]{16}/g;

/** The origin of any page. As a text it occurs in policies as well, so it stays as it is. */
const ANY_ORIGIN = '*';

/** Shorter values, such as the branch `main`, occur in other texts as well. */
const LEAST_CHARACTERS = 6;

/** The choices of a stage and of its switches. */
export interface StageMask {
  readonly mask: Mask;
  /** Values that constructs have in their names. */
  readonly inIds: readonly string[];
}

/**
 * The mask of a stage: what it, its profile and its switches choose becomes a name, so that one
 * review holds for all stages. Values are replaced where they are a whole text or, if they are long
 * enough, a whole word of one; longest first.
 */
export function stageMask(stage: Stage, switches: Switches): StageMask {
  const { name, suffix, ...chosen } = stage;
  // A service is not a setting: its name is in engines and families.
  const texts = { ...switches, managedWarehouse: undefined };
  const values = [...leaves('stage', chosen), ...leaves('switch', texts), ['stage.name', name] as const]
    .filter(([, value]) => value !== ANY_ORIGIN)
    .sort(([, one], [, other]) => other.length - one.length);
  const mask: Mask = (text) => {
    let masked = text.replace(HASH, '<hash>');
    if (suffix !== '') masked = masked.replaceAll(suffix, '').replaceAll(`clickstream${name}`, 'clickstream');
    for (const [path, value] of values) masked = replaceWhole(masked, value, `<${path}>`);
    return masked;
  };
  const { alarmEmail, shopSnapshot, warehouseSnapshot, warehouseVolume } = switches;
  return {
    mask,
    inIds: [alarmEmail, shopSnapshot, warehouseSnapshot, warehouseVolume].filter(
      (value) => value !== undefined,
    ),
  };
}

function leaves(path: string, value: unknown): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item) => leaves(path, item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leaves(`${path}.${name}`, inner));
}

function replaceWhole(text: string, value: string, name: string): string {
  const quoted = value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = value.length < LEAST_CHARACTERS ? `(?<=")${quoted}(?=")` : `(?<![\\w.])${quoted}(?![\\w.])`;
  return text.replace(new RegExp(pattern, 'g'), () => name);
}
