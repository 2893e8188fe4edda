/** Lets in the pages of every address, without their cookies. */
export const ANY_ORIGIN = '*';

/**
 * Reads `CORS_ORIGINS`: addresses of pages separated by commas, each as a
 * browser writes it into `Origin`.
 *
 * @throws Error that names the first that no browser would send
 */
export function readCorsOrigins(text: string | undefined): readonly string[] {
  const origins = (text ?? '').split(',').map((origin) => origin.trim());
  return [...new Set(origins)].filter((origin) => origin !== '').map(checkedOrigin);
}

function checkedOrigin(origin: string): string {
  const written = URL.canParse(origin) ? new URL(origin).origin : undefined;
  if (origin === ANY_ORIGIN || (origin === written && /^https?:/.test(origin))) return origin;
  throw new Error(
    `CORS_ORIGINS contains "${origin}": write scheme, host and port only, for example http://localhost:3000, or * for all`,
  );
}

/** The storefront's pages on these ports, under each address that a person may type. */
export function storefrontOrigins(ports: readonly number[]): readonly string[] {
  return ports.flatMap((port) => [`http://127.0.0.1:${port}`, `http://localhost:${port}`]);
}
