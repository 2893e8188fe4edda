import { readFileSync, writeFileSync } from 'node:fs';
import type { Account } from './account';
import { verify } from './verify';

const COMMIT = 'a'.repeat(40);

/** Answers of the AWS CLI when all is well, by the two words of the command. */
const WELL: Readonly<Record<string, (args: readonly string[]) => unknown>> = {
  'ssm list-associations': () => ({ Associations: [{ AssociationId: 'association-1' }] }),
  'ssm describe-association': () => installed({ Success: 1 }),
  'lambda invoke': (args) => etl(args, { loaded: 1, isStored: true, more: false }),
  'sns list-subscriptions-by-topic': () => ({
    Subscriptions: [{ SubscriptionArn: 'arn:aws:sns:a', Endpoint: 'a@b' }],
  }),
  'ec2 describe-flow-logs': () => ({ FlowLogs: [{ FlowLogStatus: 'ACTIVE', DeliverLogsStatus: 'SUCCESS' }] }),
  'amplify list-jobs': () => ({ jobSummaries: [{ jobId: '7', commitId: COMMIT, status: 'SUCCEED' }] }),
};

const installed = (counts: object, ran = '2026-11-30T10:05:00Z') => ({
  AssociationDescription: {
    LastUpdateAssociationDate: '2026-11-30T10:00:00Z',
    LastExecutionDate: ran,
    Overview: { AssociationStatusAggregatedCount: counts },
  },
});

/** Writes the result of the ETL where the CLI writes it. */
function etl(args: readonly string[], result: object, answer: object = {}): object {
  writeFileSync(args.find((arg) => arg.endsWith('/answer.json')) ?? '', JSON.stringify(result));
  return answer;
}

/** The event that the ETL is asked for. */
const asked = (args: readonly string[]): unknown =>
  JSON.parse(
    readFileSync(args.find((arg) => arg.startsWith('fileb://'))?.slice('fileb://'.length) ?? '', 'utf8'),
  );

/** A stand-in for an account, which no machine here can reach. */
function account(changes: Partial<typeof WELL> = {}, rest: Partial<Account> = {}) {
  const calls: string[] = [];
  const standIn: Account = {
    suffix: '-trial',
    published: async (name) => `value of ${name}`,
    async aws(...args) {
      calls.push(args.join(' '));
      const command = args.slice(0, 2).join(' ');
      return (changes[command] ?? WELL[command])?.(args);
    },
    post: async () => 202,
    open: async () => ({ status: 200, policy: "default-src 'self'; script-src 'self' 'sha256-a='" }),
    wait: async () => undefined,
    ...rest,
  };
  return { standIn, calls };
}

const problems = async (...given: Parameters<typeof account>) =>
  (await verify(account(...given).standIn, COMMIT)).flatMap(({ what, problem }) =>
    problem ? [`${what}: ${problem}`] : [],
  );

it('accepts a deployment in which everything works', async () => {
  const { standIn, calls } = account();
  const findings = await verify(standIn, COMMIT);
  expect(findings.map(({ what, problem }) => problem ?? what)).toEqual([
    'software of the warehouse',
    "software of the shop's database",
    'API',
    'an event through API, bucket and ETL',
    'a subscriber of the alarms',
    'log of refused connections',
    'build of the storefront',
    'policy on scripts of the home page',
  ]);
  expect(calls).toContain(
    'ssm list-associations --association-filter-list key=AssociationName,value=SBW_InstallWarehouse-trial',
  );
});

it('refuses an association that has found no machine', async () => {
  expect(await problems({ 'ssm describe-association': () => installed({}) })).toContainEqual(
    expect.stringContaining('SBW_InstallWarehouse-trial has reached no machine (no run)'),
  );
});

it('waits for the run of this version, and does not take that of the one before for it', async () => {
  let question = 0;
  const late = () => installed({ Success: 1 }, ++question < 5 ? '2026-11-29T10:00:00Z' : undefined);
  expect(await problems({ 'ssm describe-association': late })).toEqual([]);
  expect(question).toBeGreaterThan(5);
});

it('names the next step when an installation has failed', async () => {
  const [first] = await problems({ 'ssm describe-association': () => installed({ Failed: 1 }) });
  expect(first).toContain('SBW_InstallWarehouse-trial failed (Failed 1)');
  expect(first).toContain('aws ssm start-associations-once --association-ids association-1');
});

it('does not run the ETL when the API refuses the event', async () => {
  const { standIn, calls } = account({}, { post: async () => 503 });
  const findings = await verify(standIn, COMMIT);
  expect(findings).toContainEqual({
    what: 'API',
    problem: expect.stringContaining('answered 503 instead of 202'),
  });
  expect(calls.some((call) => call.startsWith('lambda'))).toBe(false);
});

it('runs the ETL again while another run is at work', async () => {
  let run = 0;
  const busy = (args: readonly string[]) => etl(args, { loaded: 0, isStored: ++run === 3, more: false });
  expect(await problems({ 'lambda invoke': busy })).toEqual([]);
  expect(run).toBe(3);
});

it('looks for the event that it sent, and takes no other for it', async () => {
  const sent: unknown[] = [];
  const post = async (_url: string, body: unknown) => {
    sent.push(...(body as { events: unknown[] }).events);
    return 202;
  };
  let run = 0;
  const questions: unknown[] = [];
  const loadsOthersFirst = (args: readonly string[]) => {
    questions.push(asked(args));
    return etl(args, { loaded: 7, isStored: ++run === 2, more: false });
  };
  expect(await problems({ 'lambda invoke': loadsOthersFirst }, { post })).toEqual([]);
  const [{ eventId }] = sent as [{ eventId: string }];
  expect(eventId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(questions).toEqual([{ eventId }, { eventId }]);
});

it.each([
  [
    'an ETL that fails',
    {
      'lambda invoke': (args: readonly string[]) =>
        etl(args, { errorMessage: 'no way' }, { FunctionError: 'Unhandled' }),
    },
    'The ETL failed: {"errorMessage":"no way"}',
  ],
  [
    'an ETL that loads other events only',
    { 'lambda invoke': (args: readonly string[]) => etl(args, { loaded: 5, isStored: false, more: false }) },
    'is not in the warehouse',
  ],
  [
    'alarms that nobody hears',
    { 'sns list-subscriptions-by-topic': () => ({ Subscriptions: [] }) },
    'nobody hears of alarms',
  ],
  [
    'a subscription that waits for its confirmation',
    {
      'sns list-subscriptions-by-topic': () => ({
        Subscriptions: [{ SubscriptionArn: 'PendingConfirmation', Endpoint: 'a@b' }],
      }),
    },
    'a@b has not confirmed',
  ],
  [
    'a flow log without rights',
    {
      'ec2 describe-flow-logs': () => ({
        FlowLogs: [
          { FlowLogStatus: 'ACTIVE', DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage: 'Access error' },
        ],
      }),
    },
    'Access error',
  ],
  [
    'a build of another commit',
    { 'amplify list-jobs': () => ({ jobSummaries: [{ jobId: '6', commitId: 'b', status: 'SUCCEED' }] }) },
    `no job for ${COMMIT}`,
  ],
  [
    'a build that failed',
    { 'amplify list-jobs': () => ({ jobSummaries: [{ jobId: '7', commitId: COMMIT, status: 'FAILED' }] }) },
    'job 7 is FAILED',
  ],
])('refuses %s', async (_what, changes, words) => {
  expect(await problems(changes)).toEqual([expect.stringContaining(words)]);
});

it.each([
  [200, null, 'https://value of storefront-branch.value of storefront/app.amplifyapp.com/ has none'],
  [200, "script-src 'self' 'unsafe-inline'", 'unsafe-inline\'". Deploy the commit before'],
  [503, null, 'answered 503'],
])('refuses a home page that answers %s with the policy %s', async (status, policy, words) => {
  const open = async () => ({ status, policy });
  expect(await problems({}, { open })).toEqual([expect.stringContaining(words)]);
});

it('says what cannot be checked, and goes on', async () => {
  const denied = () => {
    throw new Error('AccessDenied: ssm:ListAssociations');
  };
  expect(await problems({ 'ssm list-associations': denied })).toEqual([
    'machines: it cannot be checked: AccessDenied: ssm:ListAssociations',
  ]);
});

it('asks nothing about a storefront that is not on Amplify', async () => {
  const published = async (name: string) => (name.startsWith('storefront/') ? undefined : 'x');
  const { standIn, calls } = account({}, { published });
  await verify(standIn, COMMIT);
  expect(calls.some((call) => call.startsWith('amplify'))).toBe(false);
});
