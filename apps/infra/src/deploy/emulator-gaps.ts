import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Template } from '../synthesis/templates';

/** Kinds of resources whose tags the emulator cannot read in CloudFormation's form. */
const TAGS_NOT_READ = ['AWS::KMS::Key', 'AWS::SSM::Parameter'];

/** Kinds that the emulator does not create, so that it has no ids and attributes of them. */
const NOT_CREATED = /^AWS::(ApiGatewayV2|Cognito)::/;

/**
 * Removes from the templates of a rehearsal what an emulator cannot process and does not matter for
 * the rehearsal.
 */
export async function removeEmulatorGaps(assembly: string): Promise<void> {
  for (const file of (await readdir(assembly)).filter((name) => name.endsWith('.template.json'))) {
    const path = join(assembly, file);
    const template = JSON.parse(await readFile(path, 'utf8')) as Template;
    for (const { Type, Properties } of Object.values(template.Resources))
      if (TAGS_NOT_READ.includes(Type)) delete Properties['Tags'];
    await writeFile(path, withoutAngleBrackets(JSON.stringify(withoutIds(template, template))));
  }
}

/** The same value with names instead of references to what the emulator does not create. */
function withoutIds(value: unknown, template: Template): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutIds(one, template));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::GetAtt': attribute } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  const named = Ref ?? attribute?.[0];
  if (named && NOT_CREATED.test(template.Resources[named]?.Type ?? '')) return named;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutIds(one, template)]));
}

/** The same JSON, for an emulator that copies it into XML unescaped. */
function withoutAngleBrackets(json: string): string {
  return json.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
