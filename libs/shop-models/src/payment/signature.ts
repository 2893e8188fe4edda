import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds for which a signature is accepted: older requests are replays. */
const ACCEPTED_SECONDS = 300;
const FORM = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/** Signs the body of a notice: `t=<seconds>,v1=<HMAC-SHA-256 of "t.body">`. */
export function sign(body: string, secret: string, now = Date.now()): string {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${digest(body, secret, String(seconds)).toString('hex')}`;
}

/** True for a signature of this body, made with this secret in the last five minutes. */
export function isSigned(body: string, signature: string, secret: string, now = Date.now()): boolean {
  const [, seconds, hex] = FORM.exec(signature) ?? [];
  if (seconds === undefined || hex === undefined) return false;
  if (Math.abs(now / 1000 - Number(seconds)) > ACCEPTED_SECONDS) return false;
  return timingSafeEqual(Buffer.from(hex, 'hex'), digest(body, secret, seconds));
}

function digest(body: string, secret: string, seconds: string): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
}
