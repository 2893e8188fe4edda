import { optional, readVariables } from '@clickstream/lambda-runtime/config';
import { PROFILES, type Profile } from './stages/profiles';
import { STAGES, type Stage } from './stages/stages';

/** Settings of a synthesis or a deployment. */
export const VARIABLES = {
  stage: optional('STAGE', 'Name of the stage, as in src/stages/stages.ts.', 'production'),
  profile: optional('PROFILE', "Another size than the stage's own, for comparing costs."),
  corsOrigins: optional(
    'CORS_ORIGINS',
    "Addresses, by commas, instead of the stage's own, whose pages may send events.",
  ),
};

/** Settings of the commands that deploy the synthesised stacks. */
export const DEPLOY_VARIABLES = {
  synthesised: optional('CDK_OUT', 'Folder of the synthesised stacks.', 'apps/infra/cdk.out'),
  endpoint: optional('AWS_ENDPOINT_URL', 'Address of an emulator of AWS, for a rehearsal.'),
};

/** The values of the settings of the deploy commands. */
export const deploySettings = () => readVariables(DEPLOY_VARIABLES, process.env);

/**
 * The stage to build, by the environment variable `STAGE`; production without it. `PROFILE`
 * replaces its size, for comparing costs, and `CORS_ORIGINS` replaces the addresses whose pages may
 * send events.
 *
 * @throws for an unknown stage or profile, with the known ones
 */
export function stageFrom(env: Readonly<Record<string, string | undefined>>): Stage {
  const values = readVariables(VARIABLES, env);
  const stage = named('STAGE', values.stage, STAGES);
  const profiles: readonly Profile[] = Object.values(PROFILES);
  return {
    ...stage,
    ...(values.profile ? { profile: named('PROFILE', values.profile, profiles) } : {}),
    ...(values.corsOrigins ? { corsOrigins: originsIn(values.corsOrigins) } : {}),
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
