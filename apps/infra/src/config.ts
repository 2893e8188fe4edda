import { PROFILES } from './profiles';
import type { Profile } from './profiles';
import { STAGES } from './stages';
import type { Stage } from './stages';

/**
 * The stage to build, by the environment variable `STAGE`; production without it. `PROFILE` gives it another size than its
 * own, for comparing costs, and `CORS_ORIGINS` other addresses than its own whose pages may send events.
 *
 * @throws for a stage or a profile that does not exist, naming those that do
 */
export function stageFrom(env: Readonly<Record<string, string | undefined>>): Stage {
  const stage = named('STAGE', env['STAGE'] || 'production', STAGES);
  const profiles: readonly Profile[] = Object.values(PROFILES);
  return {
    ...stage,
    ...(env['PROFILE'] ? { profile: named('PROFILE', env['PROFILE'], profiles) } : {}),
    ...(env['CORS_ORIGINS'] ? { corsOrigins: originsIn(env['CORS_ORIGINS']) } : {}),
  };
}

function originsIn(text: string): readonly string[] {
  return text.split(',').map((entry) => {
    const origin = entry.trim();
    if (origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin)) return origin;
    throw new Error(
      `CORS_ORIGINS holds "${origin}". Write scheme, host and port only, for example https://shop.example.`,
    );
  });
}

function named<T extends { readonly name: string }>(variable: string, name: string, known: readonly T[]): T {
  const found = known.find((one) => one.name === name);
  if (!found)
    throw new Error(`${variable} is "${name}". Use one of: ${known.map((one) => one.name).join(', ')}.`);
  return found;
}
