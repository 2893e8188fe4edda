import { readConfig } from './config';

const complete = {
  CLICKSTREAM_ENDPOINT: 'http://127.0.0.1:4300/clickstream',
  WEB_DB_URL: 'postgres://shop_app:app@127.0.0.1:4330/clickstream_web',
  COGNITO_URL: 'http://127.0.0.1:4320/',
  COGNITO_CLIENT_ID: 'client',
  COGNITO_USER_POOL_ID: 'local_pool',
};

describe('readConfig', () => {
  it('reads all addresses', () => {
    expect(readConfig(complete)).toEqual({
      shopUrl: null,
      clickstreamEndpoint: 'http://127.0.0.1:4300/clickstream',
      eventWaitSeconds: 30,
      consentByDefault: 'denied',
      shop: { kind: 'database', url: complete.WEB_DB_URL },
      bankAccount: null,
      paymentSecret: null,
      cognito: { url: 'http://127.0.0.1:4320', clientId: 'client', userPoolId: 'local_pool', devCode: null },
      signIn: { kind: 'cognito' },
      warehouseUrl: null,
    });
  });

  it('takes the address of the shop, and refuses what is not one', () => {
    for (const url of ['https://shop.example', 'https://shop.example/'])
      expect(readConfig({ ...complete, SHOP_URL: url }).shopUrl).toBe('https://shop.example');
    for (const url of [
      'shop.example',
      'ftp://shop.example',
      'https://shop.example/vi',
      'https://a@b.example',
    ])
      expect(() => readConfig({ ...complete, SHOP_URL: url })).toThrow(`SHOP_URL is "${url}"`);
  });

  it('uses the Lambda when it is set, and then needs no database', () => {
    const onAws = { ...complete, WEB_DB_URL: undefined, SHOP_LAMBDA_NAME: 'shop-lambda' };
    expect(readConfig(onAws).shop).toEqual({ kind: 'lambda', name: 'shop-lambda' });
  });

  it.each([
    [undefined, 'denied'],
    ['', 'denied'],
    ['ask', 'denied'],
    ['granted', 'granted'],
    ['cookieless', 'cookieless'],
    ['denied', 'denied'],
    ['Granted, perhaps', 'denied'],
  ])('never counts shoppers against the setting of the shop: CONSENT_BY_DEFAULT=%s', (word, consent) => {
    expect(readConfig({ ...complete, CONSENT_BY_DEFAULT: word }).consentByDefault).toBe(consent);
  });

  it('takes another wait of events, and refuses one that is not a number of seconds', () => {
    expect(readConfig({ ...complete, EVENT_WAIT_SECONDS: '2' }).eventWaitSeconds).toBe(2);
    for (const wait of ['soon', '0', '3600'])
      expect(() => readConfig({ ...complete, EVENT_WAIT_SECONDS: wait })).toThrow(
        `EVENT_WAIT_SECONDS is "${wait}"`,
      );
  });

  it('needs the secret of a payment provider, and knows only its own', () => {
    const withCards = { ...complete, PAYMENT_PROVIDER: 'test', PAYMENT_SECRET: 'secret' };
    expect(readConfig(withCards).paymentSecret).toBe('secret');
    expect(() => readConfig({ ...withCards, PAYMENT_SECRET: '' })).toThrow('PAYMENT_SECRET');
    expect(() => readConfig({ ...withCards, PAYMENT_PROVIDER: 'other' })).toThrow(
      'PAYMENT_PROVIDER is "other"',
    );
  });

  it('has customers sign in by code, on AWS only with an address to mail from', () => {
    const byCode = { ...complete, SIGN_IN: 'code' };
    expect(readConfig(byCode).signIn).toEqual({ kind: 'code', mailFrom: null });
    const onAws = { ...byCode, SHOP_LAMBDA_NAME: 'shop-lambda' };
    expect(() => readConfig(onAws)).toThrow('MAIL_FROM is not set');
    expect(readConfig({ ...onAws, MAIL_FROM: 'accounts@shop.example' }).signIn).toEqual({
      kind: 'code',
      mailFrom: 'accounts@shop.example',
    });
    expect(() => readConfig({ ...complete, SIGN_IN: 'password' })).toThrow('SIGN_IN is "password"');
  });

  it('names all missing variables at once', () => {
    expect(() => readConfig({ COGNITO_URL: 'http://127.0.0.1:4320' })).toThrow(
      'CLICKSTREAM_ENDPOINT, COGNITO_CLIENT_ID, COGNITO_USER_POOL_ID, WEB_DB_URL (or SHOP_LAMBDA_NAME)',
    );
  });
});
