import { readConfig, WORKSPACE } from './config';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      stateFolder: `${WORKSPACE}/.local`,
      ports: {
        storefront: 4200,
        httpApi: 4300,
        objectStore: 4310,
        signIn: 4320,
        shopDatabase: 4330,
        warehouse: 4340,
        dashboards: 3838,
      },
      sampleDays: 30,
      etlIntervalSeconds: 30,
      corsOrigins: [],
    });
  });

  it('takes a port, a folder and an empty start from the environment', () => {
    const config = readConfig({ API_PORT: '5300', LOCAL_STATE_DIR: '/tmp/elsewhere', SAMPLE_DAYS: '0' });
    expect(config).toMatchObject({ stateFolder: '/tmp/elsewhere', sampleDays: 0, ports: { httpApi: 5300 } });
  });

  it('names every impossible value at once', () => {
    expect(() => readConfig({ S3_PORT: 'x', SAMPLE_DAYS: '-1', CORS_ORIGINS: 'shop.example' })).toThrow(
      'S3_PORT must be a whole number from 1 to 65535, not "x"; SAMPLE_DAYS must be a whole number from 0 to 3650, not "-1"; ' +
        'CORS_ORIGINS contains "shop.example": write scheme, host and port only, for example http://localhost:3000, or * for all.',
    );
  });

  it('takes the addresses of other shops from CORS_ORIGINS', () => {
    const { corsOrigins } = readConfig({ CORS_ORIGINS: 'http://localhost:3000, https://shop.example,' });
    expect(corsOrigins).toEqual(['http://localhost:3000', 'https://shop.example']);
  });

  it.each(['https://shop.example/', 'https://Shop.example', 'ftp://shop.example', 'null', '*.shop.example'])(
    'refuses %s, which no browser sends as the origin of a page',
    (origin) => {
      expect(() => readConfig({ CORS_ORIGINS: origin })).toThrow(`"${origin}"`);
    },
  );
});
