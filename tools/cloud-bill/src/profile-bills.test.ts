import { BYTES_PER_EVENT, profileForVolume, PROFILES, VOLUMES } from '@clickstream/infra';
import { WAREHOUSE_BYTES_PER_EVENT } from './measured';
import { aboveBudget, billsOf } from './profile-bills';
import { USAGE } from './usage';

it.each(Object.values(PROFILES))('keeps the profile $name within its budget at every volume', (profile) => {
  const bills = billsOf(profile);
  expect(bills.map(({ volume }) => volume)).toEqual(VOLUMES);
  expect(aboveBudget(profile, bills)).toEqual([]);
});

it('has customers sign in with Cognito where it is free, and by mailed codes where those are cheaper', () => {
  const bills = billsOf(PROFILES.small);
  const lines = bills.map(({ bill, ...one }) => ({
    ...one,
    cognito: bill.shop['Sign-in with Cognito'],
    codes: bill.shop['Sign-in by code: mail, servers'],
  }));
  expect(lines.map(({ signIn }) => signIn)).toEqual(['Cognito', 'codes', 'codes', 'codes']);
  expect(lines[0]).toMatchObject({ cognito: 0, codes: undefined, cognitoForAll: 0 });
  // By the plan Lite: 90,000 customers beyond the free ones, and those beyond 100,000.
  const cognito = 90_000 * 0.0055 + (300 * USAGE.customersPerMillionEvents - 100_000) * 0.0046;
  expect(lines[3]?.cognitoForAll).toBeCloseTo(cognito);
  for (const { cognito: paid, codes = 0, cognitoForAll, volume } of lines.slice(1)) {
    expect(paid).toBeUndefined();
    const mails = (volume * USAGE.signInsPerMillionEvents * USAGE.codesPerSignIn * 0.1) / 1_000;
    expect(codes).toBeGreaterThan(mails);
    expect(codes).toBeLessThan(1.3 * mails);
    expect(codes).toBeLessThan(cognitoForAll);
  }
});

it.each(Object.values(PROFILES))(
  'holds the analytics of the profile $name to what was promised',
  ({ name, budget }) => {
    const promised = { 1: name === 'small' ? 50 : 80, 10: 110, 30: 190, 300: 700 };
    for (const volume of VOLUMES) expect(budget.analytics[volume]).toBeLessThanOrEqual(promised[volume]);
  },
);

it('holds analytics and shop of the profile small together to what was promised', () => {
  const promised = { 1: 60, 10: 140, 30: 260, 300: 1_100 };
  for (const volume of VOLUMES)
    expect(PROFILES.small.budget.total[volume]).toBeLessThanOrEqual(promised[volume]);
});

it('gives the warehouse room for the months that it keeps, by the measured bytes of an event', () => {
  expect(BYTES_PER_EVENT).toBeGreaterThanOrEqual(WAREHOUSE_BYTES_PER_EVENT);
  for (const volume of VOLUMES) {
    const { dataGiB, monthsKept } = profileForVolume(PROFILES.small, volume).warehouse;
    expect(dataGiB * 2 ** 30).toBeGreaterThan(1.25 * volume * 1e6 * monthsKept * WAREHOUSE_BYTES_PER_EVENT);
  }
});

it('names the volume whose bill is above its budget', () => {
  const bill = { analytics: { one: 60, other: 40.5 }, shop: { another: 20 } };
  const bills = [
    {
      volume: 10 as const,
      bill,
      signIn: 'codes' as const,
      cognitoForAll: 0,
      budget: { analytics: 100, shop: 20, total: 120 },
    },
  ];
  expect(aboveBudget(PROFILES.small, bills)).toEqual([
    'small at 10 M events: analytics costs $100.50, which is above its budget of $100.',
    'small at 10 M events: total costs $120.50, which is above its budget of $120.',
  ]);
});

it('prices the managed warehouse by its class, its volume and its backups, and nothing else with it', () => {
  const lines = (variant: object) => billsOf(PROFILES.small, variant)[0]?.bill.analytics ?? {};
  const [usual, managed] = [lines({}), lines({ managedWarehouse: 'rds' })];
  const added = Object.keys(managed).filter((line) => !(line in usual));
  expect(added).toEqual(['clickstream-dw on RDS, with its volume']);
  // db.t4g.small and 20 GiB, whose backups are within its size.
  expect(managed[added[0] ?? '']).toBeCloseTo(0.051 * 730 + 20 * 0.138);
});

it('prices the lake by what a night compacts and by the months that it keeps, within the budget', () => {
  const bills = billsOf(PROFILES.standard, { growth: true });
  const of = (at: number) => bills[at]?.bill.analytics['Lake: compaction, files, metric'] ?? 0;
  // 900 M events in three months: 31 hours of 1.73 GiB with 9.5 GiB of files, 35 GiB in S3.
  expect(of(3)).toBeCloseTo(113_130 * (1.7275 * 0.0000166667 + 9.5 * 0.000000037) + 34.7 * 0.025 + 0.3, 1);
  expect(of(0)).toBeGreaterThan(0.3);
  expect(aboveBudget(PROFILES.standard, bills)).toEqual([]);
});

it('prices Aurora by the most units that it may use, its data and its reads and writes', () => {
  const { analytics } = billsOf(PROFILES.small, { managedWarehouse: 'aurora' })[0]?.bill ?? {};
  const gib = (1e6 * 25 * 543) / 2 ** 30;
  // One unit of 2 GiB, the memory of t4g.small; seven days of backups.
  expect(analytics?.['clickstream-dw on Aurora, at most']).toBeCloseTo(
    0.2 * 730 + gib * 0.12 + gib * 0.02 * 7 * 0.095 + 0.5 * 0.22,
  );
});

it('prices mail only where SES sends it', () => {
  const mail = (variant: object) =>
    billsOf(PROFILES.small, variant)[0]?.bill.shop['Mail to customers by SES'];
  expect(mail({})).toBeUndefined();
  const bySes = { mailDomain: 'shop.example', mailFrom: 'accounts@shop.example' };
  expect(mail(bySes)).toBeCloseTo((USAGE.customersPerMillionEvents * 0.1) / 1_000);
});
