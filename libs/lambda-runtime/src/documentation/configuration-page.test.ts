import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { collectSettings } from './collect-settings';
import { configurationPage } from './configuration-page';

const workspace = resolve(import.meta.dirname, '../../../..');

it('is up to date with the readers: npx nx run lambda-runtime:configuration writes it', async () => {
  const written = readFileSync(resolve(workspace, 'docs/configuration.md'), 'utf8');
  expect(written).toBe(configurationPage(await collectSettings(workspace)));
});

it('contains the settings of each Lambda, of the commands, and of the dashboards in R', async () => {
  const settings = await collectSettings(workspace);
  const readBy = (name: string) =>
    settings.filter((setting) => setting.name === name).map(({ project }) => project);
  expect(readBy('RAW_BUCKET')).toEqual(
    expect.arrayContaining(['apps/ingest-lambda', 'apps/etl-lambda', 'tools/warehouse-commands']),
  );
  expect(readBy('WEB_DB_URL')).toContain('apps/shop-lambda');
  expect(readBy('SHOP_CURRENCY')).toEqual(['tools/witness', 'tools/shiny']);
});

it('puts projects with the same description of a variable into one row', () => {
  const setting = { name: 'A', otherwise: '1', meaning: 'One | two.' };
  const page = configurationPage([
    { ...setting, project: 'apps/a' },
    { ...setting, project: 'apps/b' },
    { name: 'B', otherwise: undefined, meaning: 'Two.', project: 'apps/a' },
  ]);
  expect(page).toContain(
    '| `A`      | `1`         | One \\| two. | [apps/a](../apps/a), [apps/b](../apps/b) |',
  );
  expect(page).toContain('| must be set |');
});
