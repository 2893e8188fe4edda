import type { Environment, Variable } from './variable';

type Variables = Readonly<Record<string, Variable<unknown>>>;

/** The values of variables, under their names in the code. */
export type Values<T extends Variables> = {
  readonly [key in keyof T]: T[key] extends Variable<infer Value> ? Value : never;
};

/**
 * Reads variables from the environment. An empty one counts as not set.
 *
 * @throws Error that names every variable that is missing or invalid
 */
export function readVariables<T extends Variables>(variables: T, env: Environment): Values<T> {
  const faults: string[] = [];
  const values = Object.fromEntries(
    Object.entries(variables).map(([key, variable]) => [key, valueOf(variable, env, faults)]),
  );
  if (faults.length > 0)
    throw new Error(
      `Set these environment variables, or run npm start, which writes them to .local/env: ${faults.join(', ')}.`,
    );
  return values as Values<T>;
}

function valueOf(
  { name, otherwise, unless, takes, parse }: Variable<unknown>,
  env: Environment,
  faults: string[],
): unknown {
  const text = env[name] || otherwise;
  if (text === undefined) {
    if (![unless ?? []].flat().some((other) => env[other])) faults.push(name);
    return '';
  }
  const value = parse(text);
  if (value === undefined) faults.push(`${name} (${takes}, not "${text}")`);
  return value;
}
