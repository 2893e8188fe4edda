import { addReturnHosts, isReturnHost } from './return-hosts';

afterEach(() => addReturnHosts([]));

describe('isReturnHost', () => {
  it.each([
    'pay.bank.example',
    'checkout.stripe.com',
    'hooks.stripe.com',
    'paypal.com',
    'sandbox.vnpayment.vn',
    'payment.momo.vn',
    'gateway.zalopay.vn',
    'onepay.vn',
    '3ds2.issuer.example',
    'acs1.issuer.example',
    'vcbdigibank.vietcombank.com.vn',
    'techcombank.com',
    'ebanking.tpb.vn',
    'accounts.google.com',
    'appleid.apple.com',
    'shop.auth.ap-southeast-1.amazoncognito.com',
    'login.shop-partner.example',
    'tenant.eu.auth0.com',
  ])('knows %s', (host) => {
    expect(isReturnHost(host)).toBe(true);
  });

  it.each([
    'google.com',
    'l.facebook.com',
    'news.example',
    'stripe.com.evil.example',
    'banknotes.example',
    'payday.example',
    'login.com',
    'mail.google.com',
    'com.facebook.katana',
  ])('does not know %s', (host) => {
    expect(isReturnHost(host)).toBe(false);
  });

  it('knows the hosts that a shop adds, and their subdomains', () => {
    expect(isReturnHost('secure.localpsp.example')).toBe(false);
    addReturnHosts(['localpsp.example']);
    expect(isReturnHost('secure.localpsp.example')).toBe(true);
    expect(isReturnHost('otherpsp.example')).toBe(false);
  });
});
