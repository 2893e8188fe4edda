import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Template } from '../synthesis/templates';

/** Kinds of resources whose tags the emulator cannot read in CloudFormation's form. */
const TAGS_NOT_READ = ['AWS::KMS::Key', 'AWS::SSM::Parameter'];

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
    await writeFile(path, withoutAngleBrackets(JSON.stringify(template)));
  }
}

/** The same JSON, for an emulator that copies it into XML unescaped. */
function withoutAngleBrackets(json: string): string {
  return json.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
