import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Template } from '../synthesis/templates';

/** Kinds of resources whose tags the emulator cannot read in CloudFormation's form. */
const TAGS_NOT_READ = ['AWS::KMS::Key', 'AWS::SSM::Parameter'];

/** Kinds that the emulator does not create, so that it has no id of them. */
const NOT_CREATED = ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolClient'];

/**
 * Removes from the templates of a rehearsal what an emulator cannot process and does not matter for
 * the rehearsal.
 */
export async function removeEmulatorGaps(assembly: string): Promise<void> {
  for (const file of (await readdir(assembly)).filter((name) => name.endsWith('.template.json'))) {
    const path = join(assembly, file);
    const template = JSON.parse(await readFile(path, 'utf8')) as Template;
    for (const { Type, Properties } of Object.values(template.Resources)) {
      if (TAGS_NOT_READ.includes(Type)) delete Properties['Tags'];
      const named = (Properties['Value'] as { Ref?: string } | undefined)?.Ref;
      // A parameter cannot be empty.
      if (named && NOT_CREATED.includes(template.Resources[named]?.Type ?? '')) Properties['Value'] = named;
    }
    await writeFile(path, withoutAngleBrackets(JSON.stringify(template)));
  }
}

/** The same JSON, for an emulator that copies it into XML unescaped. */
function withoutAngleBrackets(json: string): string {
  return json.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
