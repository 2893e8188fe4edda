import { actionIds } from '../../../attacks/testing/action-ids';
import { COOKIES } from '../../../cookies/shop-cookies';
import { formWith } from '../../../forms/testing/form-with';
import { aBuiltShop } from '../../../shop/testing/a-built-shop';
import { aUserPool } from '../../testing/a-user-pool';
import { aFakeSes } from './fake-ses';

/** The built shop whose customers sign in by code, with its people in a user pool. */
export async function aShopByCode() {
  const [pool, ses] = await Promise.all([aUserPool(), aFakeSes()]);
  const settings = { SIGN_IN: 'code', MAIL_FROM: 'accounts@shop.example', ...ses.env };
  const built = await aBuiltShop(pool.config, settings);
  const waiting = (email: string) => `${COOKIES.unconfirmed}=${encodeURIComponent(email)}`;

  /** Sends a form of a page, as a browser without JavaScript does. */
  async function submit(path: string, button: string, fields: Record<string, string>, cookie = '') {
    const page = await (await built.get(path, cookie)).text();
    return built.post(path, { ...formWith(button, page), ...fields }, { cookie });
  }
  const askFor = (email: string, next = '/') =>
    submit(`/sign-in?next=${encodeURIComponent(next)}`, 'Send me a code', { email });
  const enter = (email: string, code: string, next = '/') =>
    submit(`/sign-in/code?next=${encodeURIComponent(next)}`, 'Sign in', { code }, waiting(email));

  return {
    built,
    pool,
    ses,
    askFor,
    enter,
    submit,
    waiting,
    async signIn(email: string, next?: string) {
      await askFor(email, next);
      return enter(email, ses.codeTo(email), next);
    },
    /** Calls an action without arguments. */
    call: (action: string, cookie: string) =>
      built.send('/', {
        method: 'POST',
        body: '[]',
        headers: { cookie, 'next-action': actionIds().get(action) ?? '' },
      }),
    async close() {
      await built.close();
      await Promise.all([pool.close(), ses.close()]);
    },
  };
}

/** Cookies of an answer by their names. */
export function cookiesOf(answer: Response): Map<string, string> {
  return new Map(
    answer.headers
      .getSetCookie()
      .map((cookie) => /^([^=]+)=([^;]*)/.exec(cookie))
      .map((found) => [found?.[1] ?? '', found?.[2] ?? '']),
  );
}
