/** An OS bundle in S3. */
export interface StoredBundle {
  readonly key: string;
  readonly storedAt: Date;
}

/** Bundles that stay however old they are: the last months of weekly patches may be few. */
const KEPT = 5;
/** A rollback goes back as far as this. */
const KEPT_DAYS = 90;

/**
 * The bundles that no deployment needs any more. A rollback needs the bundle of its commit, as
 * Debian's mirrors have only the newest packages.
 *
 * @param current key of the bundle that is deployed, which always stays
 */
export function oldBundles(bundles: readonly StoredBundle[], current: string, now: Date): string[] {
  const since = now.getTime() - KEPT_DAYS * 86_400_000;
  return [...bundles]
    .sort((one, other) => other.storedAt.getTime() - one.storedAt.getTime())
    .filter(({ key, storedAt }, place) => key !== current && place >= KEPT && storedAt.getTime() < since)
    .map(({ key }) => key);
}
