import { callsOn } from './calls';
import { ACCOUNT } from '../template/concrete';
import { allOf } from '../template/references';
import { isAllowed } from './permissions';
import { rolesOf, type Policy } from './roles';
import { ALL_SWITCHES, changed, synthesised, type Templates } from '@clickstream/infra/synthesised';

const templates = synthesised(ALL_SWITCHES);
const calls = callsOn(templates);

/** All that each role may do of everything in calls.ts. The rest is refused. */
const ALLOWED: Record<string, string[]> = {
  'Compact/CompactRole': [
    'read a day of the lake through the endpoint',
    'write a day of the lake',
    'delete a day of the lake',
    'read the lake’s manifest',
    'write the lake’s manifest',
    'list the lake',
    'read password warehouse/shiny_ro (GetParameters)',
    'read address of the warehouse',
    'report the result of a call',
    'log of compact-lambda',
    'network interface, as Lambda',
  ],
  'Compact/ScheduleRole': ['invoke compact-lambda'],
  'Data/BreakGlass': [
    'read event through the endpoint',
    'read event from elsewhere',
    'read event through another endpoint',
    'read reject through the endpoint',
    'read reject from elsewhere',
    'read the books through the endpoint',
    'read the books from elsewhere',
    'list events',
    'list rejects',
    'list the books',
    'list the lake',
    'list the raw bucket',
  ],
  'Delivery/Role': [
    'read bundle of packages',
    'check if a bundle exists',
    'write bundle of packages',
    'delete bundle of packages',
    'encrypt a password',
    'write a password',
    'invoke the ETL',
    'protect our machine',
    'release a stack',
    'act as CDK',
  ],
  'Etl/EtlRole': [
    'read event through the endpoint',
    'read reject through the endpoint',
    'read the books through the endpoint',
    'list events',
    'list rejects',
    'list the books',
    'read password warehouse/etl_writer (GetParameters)',
    'read address of the warehouse',
    'report a failed call',
    'report the result of a call',
    'log of the ETL',
    'network interface, as Lambda',
  ],
  'Etl/ScheduleRole': ['invoke the ETL', 'report a failed call'],
  'Ingest/IngestRole': ['write event', 'write reject', 'log of the ingest'],
  'Maintenance/MaintenanceRole': [
    'write event',
    'write reject',
    'write a receipt',
    'read event through the endpoint',
    'read reject through the endpoint',
    'read a day of the lake through the endpoint',
    'write a day of the lake',
    'delete a day of the lake',
    'delete facts of the lake',
    'read the lake’s manifest',
    'write the lake’s manifest',
    'list events',
    'list rejects',
    'list the books',
    'list the lake',
    'list the raw bucket',
    'ask if the raw bucket keeps versions',
    'read password warehouse/dw_admin (GetParameters)',
    'read address of the warehouse',
    'report the result of a call',
    'log of maintenance-lambda',
    'network interface, as Lambda',
  ],
  'Maintenance/ScheduleRole': ['invoke maintenance-lambda'],
  'Network/RejectedTrafficRole': ['log of rejected traffic'],
  'Oltp/HostRole': [
    'read bundle of packages',
    'check if a bundle exists',
    'write log of SBW_EC2_WebDB',
    'read password shop-database/shop_admin (GetParameter)',
    'read password shop-database/shop_app (GetParameter)',
    'be managed by SSM',
  ],
  'Oltp/HostSnapshotsRole': [],
  'Shop/BooksScheduleRole': ['invoke the shop'],
  'Shop/CourierFunctionRole': ['invoke the shop', 'log of the courier'],
  'Shop/CourierScheduleRole': ['invoke the courier'],
  'Shop/ShopRole': [
    'write the books',
    'read password shop-database/shop_app (GetParameters)',
    'read address of the shop’s database',
    'log of the shop',
    'network interface, as Lambda',
  ],
  'Storefront/Compute': ['invoke the shop', 'send a code to a customer'],
  'Warehouse/HostRole': [
    'read bundle of packages',
    'check if a bundle exists',
    'write log of SBW_EC2_ShinyDWH',
    'read password warehouse/dw_admin (GetParameter)',
    'read password warehouse/etl_writer (GetParameter)',
    'read password warehouse/shiny_ro (GetParameter)',
    'read password warehouse/shiny_done (GetParameter)',
    'read password warehouse/shiny_saved (GetParameter)',
    'be managed by SSM',
  ],
  'Warehouse/HostSnapshotsRole': ['snapshot of the warehouse’s volume'],
};

function arnOf(role: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${role === 'Data/BreakGlass' ? 'clickstream-break-glass' : role.replaceAll('/', '-')}`;
}

async function allowedTo(role: string, policies: readonly Policy[], known = calls): Promise<string[]> {
  const allowed: string[] = [];
  for (const [name, parts] of Object.entries(known)) {
    const answers = await Promise.all(parts.map((call) => isAllowed(arnOf(role), policies, call)));
    if (answers.every(Boolean)) allowed.push(name);
  }
  return allowed;
}

const roles = rolesOf(templates);

it('lists every role in the table', () => {
  expect([...roles.keys()].sort()).toEqual(Object.keys(ALLOWED).sort());
});

it.each(Object.entries(ALLOWED))('%s may do exactly what the table says', async (role, allowed) => {
  expect(await allowedTo(role, roles.get(role)?.policies ?? [])).toEqual(allowed);
});

it('gives each password to the machine that sets it and to the one Lambda that uses it', async () => {
  const readers = async (password: string) => {
    const who = [];
    for (const [role, { policies }] of roles)
      if ((await allowedTo(role, policies)).some((name) => name.startsWith(`read password ${password} `)))
        who.push(role);
    return who;
  };
  expect(await readers('warehouse/etl_writer')).toEqual(['Etl/EtlRole', 'Warehouse/HostRole']);
  expect(await readers('warehouse/dw_admin')).toEqual(['Maintenance/MaintenanceRole', 'Warehouse/HostRole']);
  expect(await readers('shop-database/shop_app')).toEqual(['Oltp/HostRole', 'Shop/ShopRole']);
});

it('attaches no policy of AWS, whose content changes without us', () => {
  for (const { id, resource } of allOf(templates, 'AWS::IAM::Role'))
    expect([id, resource.Properties['ManagedPolicyArns'] ?? []]).toEqual([id, []]);
});

it('would notice an administrator who is denied reads of events outside the endpoint', async () => {
  const everything = [
    { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }], Version: '2012-10-17' },
  ];
  const allowed = await allowedTo('Administrator', everything);
  expect(allowed).toContain('delete event');
  // The policy itself can still be changed, so that a wrong endpoint can be repaired.
  expect(allowed).toContain('change the raw bucket’s policy');
  expect(allowed).not.toContain('read event from elsewhere');
  expect(allowed).not.toContain('read event through another endpoint');
  expect(allowed).not.toContain('read reject from elsewhere');
  expect(allowed).not.toContain('read a day of the lake from elsewhere');
  expect(allowed).not.toContain('read event without encryption');
});

it('would notice a bucket policy without the endpoint', async () => {
  const open = changed(templates, (copy) => {
    for (const { resource } of allOf(copy as Templates, 'AWS::S3::BucketPolicy'))
      (resource.Properties['PolicyDocument'] as Policy & { Statement: object[] }).Statement.splice(1);
  });
  const allowed = await allowedTo('Etl/EtlRole', roles.get('Etl/EtlRole')?.policies ?? [], callsOn(open));
  expect(allowed).toContain('read event from elsewhere');
});
