import { PROFILES, type Profile } from '@clickstream/infra';
import { changed, synthesised, type Resource, type Templates } from '@clickstream/infra/synthesised';
import { billOf, totalOf, type Lines } from './bill';
import { USAGE } from './usage';

const templates = synthesised({ storefrontRepository: 'https://github.com/o/n' }, { PROFILE: 'small' });
const { small } = PROFILES;

const linesOf = (
  of: Templates,
  profile: Pick<Profile, 'snapshotsKept' | 'warehouse'>,
  events: number,
): Lines => {
  const { analytics, shop } = billOf(of, profile, events);
  return { ...analytics, ...shop };
};

it('is a bill of the analytics and one of the shop, without a line in both', () => {
  const bill = billOf(templates, small, 1e6);
  const { analytics, shop } = bill;
  expect(Object.keys(analytics).filter((line) => line in shop)).toEqual([]);
  expect(totalOf(bill)).toBeCloseTo(totalOf(bill, 'analytics') + totalOf(bill, 'shop'));
  expect(totalOf(bill, 'analytics')).toBeGreaterThan(40);
});

it('counts the lines that Lambda writes for each call, unless they are off', () => {
  const loud = changed(templates, ({ Ingest, Shop }) => {
    for (const { Type, Properties } of [Ingest, Shop].flatMap((one) => Object.values(one?.Resources ?? {})))
      if (Type === 'AWS::Lambda::Function') delete Properties['LoggingConfig'];
  });
  for (const line of ['HTTP API, ingest Lambda, S3 writes, logs', 'Shop Lambda'])
    expect(linesOf(loud, small, 3e8)[line] ?? 0).toBeGreaterThan(
      (linesOf(templates, small, 3e8)[line] ?? 0) + 4,
    );
});

it('grows with the events only where events cost', () => {
  const [one, ten] = [linesOf(templates, small, 1e6), linesOf(templates, small, 1e7)];
  for (const fixed of ['SSM interface endpoints', 'Disks and snapshots of the shop', 'SBW_EC2_ShinyDWH'])
    expect(ten[fixed]).toBe(one[fixed]);
  expect(ten['Raw events in S3']).toBeCloseTo(10 * (one['Raw events in S3'] ?? 0));
});

it('counts what is added to a template: one more endpoint, one more disk', () => {
  const more = changed(templates, ({ Network, Warehouse }) => {
    const resources = Network?.Resources as Record<string, Resource>;
    resources['Another'] = {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: { VpcEndpointType: 'Interface', SubnetIds: ['a', 'b'] },
    };
    (Warehouse?.Resources as Record<string, Resource>)['Disk'] = {
      Type: 'AWS::EC2::Volume',
      Properties: { Size: 100 },
    };
  });
  const [before, after] = [linesOf(templates, small, 1e6), linesOf(more, small, 1e6)];
  const added = (line: string) => (after[line] ?? 0) - (before[line] ?? 0);
  expect(added('SSM interface endpoints')).toBeCloseTo(2 * 0.013 * 730);
  expect(added('Disks and snapshots of the warehouse')).toBeCloseTo(100 * 0.096);
});

it('counts what follows from a setting: pages that the ETL lists, and the plan of customers’ accounts', () => {
  const dearer = changed(templates, ({ Etl, Auth }) => {
    for (const { Type, Properties } of Object.values(Etl?.Resources ?? {}))
      if (Type === 'AWS::Lambda::Function')
        (Properties['Environment'] as { Variables: object }).Variables = { ETL_SWEEP_PAGES: '1000' };
    for (const { Type, Properties } of Object.values(Auth?.Resources ?? {}))
      if (Type === 'AWS::Cognito::UserPool') Properties['UserPoolTier'] = 'ESSENTIALS';
  });
  const added = (line: string, events: number) =>
    (linesOf(dearer, small, events)[line] ?? 0) - (linesOf(templates, small, events)[line] ?? 0);
  // Pages of 1,000 objects of the months that are kept, as far as the setting lets a run list them.
  const pages = Math.min(1_000, (USAGE.monthsOfRawEvents * 1e6) / USAGE.eventsPerRequest / 1_000);
  expect(pages).toBeGreaterThan(200);
  expect(added('ETL Lambda, S3 reads and listings', 1e6)).toBeCloseTo(730 * (pages - 200) * 5e-6);
  expect(added('Sign-in with Cognito', 1e6)).toBe(0);
  const beyond = 300 * USAGE.customersPerMillionEvents - 100_000;
  expect(added('Sign-in with Cognito', 3e8)).toBeCloseTo(
    90_000 * (0.015 - 0.0055) + beyond * (0.015 - 0.0046),
  );
});

it('slows a machine of the small profile down instead of paying for more of its processor', () => {
  const credits = Object.values(templates).flatMap(({ Resources }) =>
    Object.values(Resources)
      .filter(({ Type }) => Type === 'AWS::EC2::Instance')
      .map(({ Properties }) => Properties['CreditSpecification']),
  );
  expect(credits).toEqual([{ CPUCredits: 'standard' }, { CPUCredits: 'standard' }]);
});

it('refuses to guess: a NAT or an instance type without a price is an error', () => {
  const withNat = changed(templates, ({ Network }) => {
    (Network?.Resources as Record<string, Resource>)['Nat'] = {
      Type: 'AWS::EC2::NatGateway',
      Properties: {},
    };
  });
  expect(() => billOf(withNat, small, 1e6)).toThrow('No price for resource type AWS::EC2::NatGateway.');
  const large = changed(templates, ({ Warehouse }) => {
    for (const { Type, Properties } of Object.values(Warehouse?.Resources ?? {}))
      if (Type === 'AWS::EC2::Instance') Properties['InstanceType'] = 'x1e.32xlarge';
  });
  expect(() => billOf(large, small, 1e6)).toThrow('x1e.32xlarge has no price');
});
