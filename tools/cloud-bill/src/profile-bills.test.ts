import { PROFILES, VOLUMES } from '@clickstream/infra';
import { aboveBudget, billsOf } from './profile-bills';

it.each(Object.values(PROFILES))('keeps the profile $name within its budget at every volume', (profile) => {
  const bills = billsOf(profile);
  expect(bills.map(({ volume }) => volume)).toEqual(VOLUMES);
  expect(aboveBudget(profile, bills)).toEqual([]);
});

it('names the volume whose bill is above its budget', () => {
  const bills = [{ volume: 10 as const, bill: {}, total: 100.5, budget: 100 }];
  expect(aboveBudget(PROFILES.small, bills)).toEqual([
    'small at 10 M events costs $100.50, which is above its budget of $100.',
  ]);
});
