import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { ALL_SWITCHES, changed, synthesised } from '../synthesised';
import type { Template } from '../templates';
import { StrictTemplates } from './strict-templates';
import { FAULTS, plantFault } from './testing/property-faults';
import { valueRulesPlugin } from './value-rules-plugin';

const templates = synthesised(ALL_SWITCHES);
const plugins = [new StrictTemplates(), valueRulesPlugin];
const app = new App();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'property-faults-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The errors that all checks find in templates, with the faulty resource of each. */
function errorsOf(...faulty: readonly Template[]) {
  const stackTemplates = faulty.map((template, nth) => {
    const templatePath = join(folder, `${nth}.template.json`);
    writeFileSync(templatePath, JSON.stringify(template));
    return { templatePath, stackConstructPath: 'Stack', accountId: undefined, region: undefined };
  });
  const templatePaths = stackTemplates.map(({ templatePath }) => templatePath);
  return plugins.flatMap((plugin) =>
    plugin
      .validate({ templatePaths, stackTemplates, appConstruct: app })
      .violations.filter(({ severity = 'error' }) => severity === 'error')
      .flatMap(({ description, violatingResources }) =>
        violatingResources.map(({ resourceLogicalId: id }) => ({ id, description })),
      ),
  );
}

it('finds no fault in the stacks as they are', () => {
  // All at once, since CDK's engine begins again for types that it has not had yet.
  expect(errorsOf(...Object.values(templates))).toEqual([]);
});

it.each(FAULTS)('finds in %s that of %s %s is %j', (...fault) => {
  const [stack] = fault;
  let id = '';
  const { [stack]: faulty } = changed(templates, (copy) => {
    id = plantFault(copy[stack] as Template, fault);
  });
  expect(errorsOf(faulty as Template)).toContainEqual(expect.objectContaining({ id }));
});
