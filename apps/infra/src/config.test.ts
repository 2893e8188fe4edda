import { stageFrom } from './config';

it('builds production without STAGE, and the stage that STAGE names', () => {
  expect(stageFrom({}).name).toBe('production');
  expect(stageFrom({ STAGE: '' }).name).toBe('production');
  expect(stageFrom({ STAGE: 'staging' }).name).toBe('staging');
});

it('says which stages there are when it is asked for another', () => {
  expect(() => stageFrom({ STAGE: 'prod' })).toThrow(
    'STAGE is "prod". Use one of: production, staging, trial.',
  );
});
