import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { collectSettings } from './collect-settings';
import { configurationPage } from './configuration-page';

const workspace = resolve(import.meta.dirname, '../../../..');
const page = configurationPage(await collectSettings(workspace));
writeFileSync(resolve(workspace, 'docs/configuration.md'), page);
process.stdout.write('Wrote docs/configuration.md\n');
