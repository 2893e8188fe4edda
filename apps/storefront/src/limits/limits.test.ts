import { forgetAttempts, takeAttempt, takeMail } from './attempts';
import { clientAddress } from './client-address';
import { secondsToWait } from './requests';

const times = <T>(count: number, work: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, () => work()));
const from = (address: string) => new Headers({ 'x-forwarded-for': address });

describe('attempts', () => {
  it('end after ten for an account from one address, also at the same moment', async () => {
    const attempt = { account: 'lan@shop.example', address: '10.0.0.1' };
    const taken = await times(40, () => takeAttempt(attempt));
    expect(taken.filter(Boolean)).toHaveLength(10);
    expect(await takeAttempt({ ...attempt, address: '10.0.0.2' })).toBe(true);
  });

  it('end after thirty from one address, whatever the account', async () => {
    let number = 0;
    const taken = await times(50, () =>
      takeAttempt({ account: `${(number += 1)}@shop.example`, address: '10.0.1.1' }),
    );
    expect(taken.filter(Boolean)).toHaveLength(30);
  });

  it('end after a hundred for an account, whatever the address', async () => {
    let number = 0;
    const taken = await times(150, () =>
      takeAttempt({ account: 'mai@shop.example', address: `10.1.0.${(number += 1)}` }),
    );
    expect(taken.filter(Boolean)).toHaveLength(100);
  });

  it('that succeed do not count', async () => {
    const attempt = { account: 'an@shop.example', address: '10.0.2.1' };
    for (let sign = 0; sign < 40; sign++) {
      expect(await takeAttempt(attempt)).toBe(true);
      await forgetAttempts(attempt);
    }
  });
});

describe('codes by mail', () => {
  it('are five to an account from one address, and ten from all', async () => {
    const account = 'mailed@shop.example';
    const mail = (address: string) => takeMail({ account, address });
    const taken = await times(20, () => mail('10.0.4.1'));
    expect(taken.filter(Boolean)).toHaveLength(5);
    expect(await takeAttempt({ account, address: '10.0.4.1' })).toBe(true);
    let number = 0;
    const elsewhere = await times(20, () => mail(`10.4.1.${(number += 1)}`));
    expect(elsewhere.filter(Boolean).length).toBeLessThanOrEqual(5);
  });
});

describe('requests', () => {
  const search = (address: string) =>
    secondsToWait({ method: 'GET', path: '/search', headers: from(address) });

  it('for a search or a form are 240 a minute from one address; other pages are not counted', async () => {
    const waits = await times(250, () => search('10.0.3.1'));
    expect(waits.filter((wait) => wait === null)).toHaveLength(240);
    const form = { method: 'POST', path: '/', headers: from('10.0.3.1') };
    expect(await secondsToWait(form)).toBeGreaterThan(0);
    expect(await secondsToWait({ ...form, method: 'GET' })).toBeNull();
    expect(await search('10.0.3.2')).toBeNull();
  });

  it('have the address that the nearest proxy says, not one that the client made up', () => {
    expect(clientAddress(from('1.2.3.4, 10.0.0.9'))).toBe('10.0.0.9');
    expect(clientAddress(new Headers())).toBe('unknown');
    const onAmplify = (viewer: string) =>
      new Headers({ 'cloudfront-viewer-address': viewer, 'x-forwarded-for': '1.2.3.4, 64.252.0.1' });
    expect(clientAddress(onAmplify('203.0.113.5:53123'))).toBe('203.0.113.5');
    expect(clientAddress(onAmplify('2001:db8::1:53123'))).toBe('2001:db8::1');
  });
});
