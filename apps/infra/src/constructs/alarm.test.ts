import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ALL_SWITCHES, resourcesOf, synthesised } from '../synthesis/synthesised';

const WORKSPACE = resolve(import.meta.dirname, '../../../..');
/** The page of a Lambda that was generated, until somebody writes its own. */
const OF_NEW_LAMBDAS = 'docs/runbooks/README.md';
const alarms = Object.values(synthesised(ALL_SWITCHES)).flatMap((template) =>
  Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties),
);

it.each(alarms.map(({ AlarmName, AlarmDescription }) => [AlarmName, AlarmDescription]))(
  'the alarm %s ends with a page that exists, and that names the alarm',
  (name, description) => {
    const [, page = ''] = /See (docs\/\S+\.md)\.$/.exec(String(description)) ?? [];
    const text = readFileSync(resolve(WORKSPACE, page), 'utf8');
    if (page !== OF_NEW_LAMBDAS) expect(text).toContain(String(name).replace('clickstream-', ''));
  },
);

it('watches disks, patches, credits, snapshots and refused requests', () => {
  expect(alarms.map(({ MetricName }) => MetricName)).toEqual(
    expect.arrayContaining([
      'WarehouseGiB',
      'ShopDatabaseGiB',
      'WarehousePatchAgeDays',
      'ShopDatabasePatchAgeDays',
      'CPUCreditBalance',
      'SnapshotsCreateCompleted',
      '4xx',
    ]),
  );
});
