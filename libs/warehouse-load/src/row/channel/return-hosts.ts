import { memoize } from '@clickstream/event-schema/normalize';

/**
 * Hosts that a shopper is sent to in the middle of a session and returns from: payment providers,
 * banks, 3-D Secure and sign-in pages, with all their subdomains. They are not the source of a
 * session.
 */
const RETURN_HOSTS: ReadonlySet<string> = new Set(
  `paypal.com stripe.com stripe.network adyen.com adyenpayments.com braintreegateway.com checkout.com klarna.com
   afterpay.com clearpay.co.uk affirm.com worldpay.com sagepay.com opayo.eu.com authorize.net squareup.com square.link
   2checkout.com 2c2p.com mollie.com multisafepay.com payu.com payu.in razorpay.com paytm.in mercadopago.com
   pagseguro.uol.com.br ebanx.com alipay.com tenpay.com omise.co xendit.co midtrans.com grab.com gcash.com amazonpay.com
   vnpay.vn vnpayment.vn momo.vn zalopay.vn zalopay.com.vn onepay.vn payoo.vn payoo.com.vn napas.com.vn alepay.vn
   nganluong.vn baokim.vn 9pay.vn appotapay.com shopeepay.vn airpay.vn viettelmoney.vn smartpay.com.vn kredivo.vn
   fundiin.vn homepaylater.vn payos.vn sepay.vn
   cardinalcommerce.com arcot.com 3dsecure.io securesuite.co.uk rsa3dsauth.com netcetera.com monext.fr
   vib.com.vn acb.com.vn bidv.com.vn vietinbank.vn hsbc.com.vn citi.com
   accounts.google.com appleid.apple.com login.microsoftonline.com login.live.com login.yahoo.com amazoncognito.com
   auth0.com okta.com onelogin.com clerk.accounts.dev firebaseapp.com id.zalo.me oauth.zaloapp.com access.line.me
   kauth.kakao.com`.split(/\s+/),
);

/**
 * The first label of hosts that only take a payment or a password:
 * `pay.bank.example`, `3ds2.issuer.example`.
 */
const RETURN_LABEL =
  /^(?:e?pay|payments?|payment-?gateway|gateway|secure-?pay|checkout|cashier|3ds\w*|3d-?secure|acs\d*|e-?banking|i-?banking|ibank|sso|login|signin|sign-in|auth\d*|oauth\d*|idp|accounts?|identity)\./;

/** Names of banks: `vietcombank.com.vn`, `bank.example`, `shop.bank`. */
const BANK = /(?:^|\.)[a-z0-9-]*bank\.[a-z]{2,}(?:\.[a-z]{2,})?$|\.bank$/;

let ownHosts: ReadonlySet<string> = new Set();

/**
 * Adds the hosts of a shop's providers, from `RETURN_HOSTS`. Called once, before the first row:
 * apart from this, rows are pure.
 *
 * @param hosts as `pay.provider.example`; their subdomains count too
 */
export function addReturnHosts(hosts: readonly string[]): void {
  ownHosts = new Set(hosts);
  isListed = listed();
}

/**
 * True when a visitor from this host, as `PageAddress` writes it, returns from a payment or a
 * sign-in.
 */
export function isReturnHost(host: string): boolean {
  return isListed(host);
}

function listed(): (host: string) => boolean {
  return memoize((host) => {
    const labels = host.split('.');
    const names = labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'));
    if (names.some((name) => RETURN_HOSTS.has(name) || ownHosts.has(name))) return true;
    // In a subdomain such a label describes the host; in a domain itself (`login.com`) it is a
    // name.
    return (labels.length > 2 && RETURN_LABEL.test(host)) || BANK.test(host);
  });
}

let isListed = listed();
