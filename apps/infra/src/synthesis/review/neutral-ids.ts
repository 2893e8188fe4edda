import type { Template } from '../templates';

/** CDK appends it to the ids of resources; it depends on where a construct is. */
const HASH = /[0-9A-F]{8}$/;

/**
 * Names for the resources of a template that do not depend on settings: without hashes, and with
 * one word for the settings that constructs have in their names. Two resources that would have the
 * same name keep their ids.
 *
 * @param settings values such as the address that gets alarms
 */
export function neutralIds(
  { Resources }: Template,
  settings: readonly string[],
): ReadonlyMap<string, string> {
  const parts = settings.map((value) => value.replaceAll(/[^A-Za-z0-9]/g, '')).filter(Boolean);
  const neutral = (id: string) =>
    parts.reduce((name, part) => name.replace(part, 'Setting'), id.replace(HASH, ''));
  const ids = Object.keys(Resources);
  const names = ids.map(neutral);
  return new Map(
    ids.map((id, index) => {
      const name = names[index] ?? id;
      return [id, names.filter((other) => other === name).length === 1 ? name : id];
    }),
  );
}

/** Replaces the ids in a text by their neutral names. */
export function withNeutralIds(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\w+/g, (word) => ids.get(word) ?? word);
}
