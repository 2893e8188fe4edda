import { stageFrom } from './config';

it('builds production without STAGE, and the stage that STAGE names', () => {
  expect(stageFrom({}).name).toBe('production');
  expect(stageFrom({ STAGE: '' }).name).toBe('production');
  expect(stageFrom({ STAGE: 'staging' }).name).toBe('staging');
});

it('names the stages when another one is requested', () => {
  expect(() => stageFrom({ STAGE: 'prod' })).toThrow(
    'STAGE is "prod". Use one of: production, staging, trial.',
  );
});

it('reads the addresses of shops from CORS_ORIGINS, and names one that is not an origin', () => {
  expect(stageFrom({ CORS_ORIGINS: 'https://a.example,http://localhost:3000' }).corsOrigins).toEqual([
    'https://a.example',
    'http://localhost:3000',
  ]);
  expect(() => stageFrom({ CORS_ORIGINS: 'https://a.example/' })).toThrow('"https://a.example/"');
});
