import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickstreamApp } from '../../clickstream-app';
import { stageFrom } from '../../config';
import { switchesOf } from '../../switches';
import { ALL_SWITCHES, changed } from '../synthesised';
import { readTemplates, type Template, type Templates } from '../templates';
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

/** The templates of staging in the size of production, and their mask. */
function synthesised(corsOrigins: string) {
  const stage = stageFrom({ STAGE: 'staging', PROFILE: 'standard', CORS_ORIGINS: corsOrigins });
  const app = clickstreamApp(stage, OWN_CONTEXT);
  return { templates: readTemplates(app), mask: stageMask(stage, switchesOf(app)) };
}

const { templates, mask } = synthesised('https://another.example');

const differences = (copy: Templates, stack: string, by = mask) =>
  differencesOf(stack, describeStack(copy[stack] as Template, by));

it('accepts the settings of another shop', () => {
  const found = Object.keys(templates).flatMap((stack) => differences(templates, stack));
  expect(found).toEqual([]);
});

it('accepts that the pages of any shop send events', () => {
  const open = synthesised('*');
  const found = Object.keys(open.templates).flatMap((stack) => differences(open.templates, stack, open.mask));
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

it('has reviewed what the stacks are today and nothing else, and CDK’s rules refuse none of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reviewed-'));
  try {
    writeReviewed(folder, { isValidated: true });
    expect(contentsOf(REVIEWED)).toEqual(contentsOf(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const contentsOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
