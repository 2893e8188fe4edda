import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickstreamApp } from '../../clickstream-app';
import { stageFrom } from '../../config';
import { switchesOf } from '../../switches';
import { ALL_SWITCHES, changed } from '../synthesised';
import type { Template, Templates } from '../templates';
import { HOLES } from './testing/holes';
import { describeStack, differencesOf, REVIEWED } from './review-plugin';
import { stageMask } from './stage-mask';
import { writeReviewed } from './write-reviewed';

/** Values of a shop that nobody has reviewed. */
const OWN_CONTEXT = {
  ...ALL_SWITCHES,
  alarmEmail: 'somebody@another.example',
  deployRepository: 'another/shop',
  storefrontRepository: 'https://github.com/another/shop',
  storefrontBranch: 'release',
  warehouseSnapshot: 'snap-0aaaaaaaaaaaaaaaa',
};

const app = clickstreamApp(
  stageFrom({ STAGE: 'staging', PROFILE: 'standard', CORS_ORIGINS: 'https://another.example' }),
  OWN_CONTEXT,
);
const mask = stageMask(
  stageFrom({ STAGE: 'staging', PROFILE: 'standard', CORS_ORIGINS: 'https://another.example' }),
  switchesOf(app),
);
const templates: Templates = Object.fromEntries(
  app.synth().stacks.map(({ id, template }) => [id, template as Template]),
);

const differences = (copy: Templates, stack: string) =>
  differencesOf(stack, describeStack(copy[stack] as Template, mask));

it('accepts the settings of another shop', () => {
  const found = Object.keys(templates).flatMap((stack) => differences(templates, stack));
  expect(found).toEqual([]);
});

it.each(HOLES)('refuses that $what', ({ stack, plant }) => {
  expect(differences(changed(templates, plant), stack)).not.toEqual([]);
});

it('refuses a stack that nobody has reviewed', () => {
  const described = describeStack(templates['Etl'] as Template, mask);
  expect(differencesOf('Second', described)).toHaveLength(
    [...described.values()].reduce((sum, { lines }) => sum + lines.length + 1, 0),
  );
});

it('has reviewed what the stacks are today, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reviewed-'));
  try {
    writeReviewed(folder);
    expect(contentsOf(REVIEWED)).toEqual(contentsOf(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const contentsOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
