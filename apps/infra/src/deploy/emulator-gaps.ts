import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Template } from '../synthesis/templates';

/**
 * Kinds of resources whose tags the emulator does not read in the shape
 * that CloudFormation asks for.
 */
const TAGS_NOT_READ = ['AWS::KMS::Key', 'AWS::SSM::Parameter'];

/**
 * Takes out of the templates of a rehearsal what stops an emulator and makes no
 * difference to what is rehearsed.
 */
export async function takeOutWhatEmulatorsLack(assembly: string): Promise<void> {
  for (const file of (await readdir(assembly)).filter((name) => name.endsWith('.template.json'))) {
    const path = join(assembly, file);
    const template = JSON.parse(await readFile(path, 'utf8')) as Template;
    for (const { Type, Properties } of Object.values(template.Resources))
      if (TAGS_NOT_READ.includes(Type)) delete Properties['Tags'];
    await writeFile(path, withoutAngleBrackets(JSON.stringify(template)));
  }
}

/** The same JSON, for an emulator that puts it into XML as it is. */
function withoutAngleBrackets(json: string): string {
  return json.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
