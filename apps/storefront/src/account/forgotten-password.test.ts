import { setTimeout as sleep } from 'node:timers/promises';
import { cognito } from './cognito';
import { aUserPool, type TestUserPool } from './testing/a-user-pool';

const CODE_SECONDS = 2;
const OLD = 'Correct-horse-7';
const NEW = 'Other-horse-8';

let pool: TestUserPool;
beforeAll(async () => {
  pool = await aUserPool(CODE_SECONDS);
});
afterAll(() => pool.close());

const calls = () => cognito(pool.config);
const refusal = (work: Promise<unknown>) => work.then(() => null).catch(({ code }: { code: string }) => code);

/** A new customer who has forgotten the password. */
async function aForgetter(email: string): Promise<string> {
  await pool.idTokenOf(email);
  await calls().forgotPassword(email);
  return email;
}

describe('a forgotten password', () => {
  it('is replaced by the code from the email, which works once', async () => {
    const email = await aForgetter('once@example.com');
    expect(await refusal(calls().resetPassword(email, '000000', NEW))).toBe('CodeMismatchException');
    await calls().resetPassword(email, '123456', NEW);
    expect(await refusal(calls().signIn(email, OLD))).not.toBeNull();
    expect(await refusal(calls().signIn(email, NEW))).toBeNull();
    expect(await refusal(calls().resetPassword(email, '123456', OLD))).toBe('ExpiredCodeException');
  });

  it('keeps its code from those who have tried five others', async () => {
    const email = await aForgetter('tried@example.com');
    for (let tries = 0; tries < 5; tries++)
      expect(await refusal(calls().resetPassword(email, '000000', NEW))).toBe('CodeMismatchException');
    expect(await refusal(calls().resetPassword(email, '123456', NEW))).toBe('ExpiredCodeException');
    await calls().forgotPassword(email);
    expect(await refusal(calls().resetPassword(email, '123456', NEW))).toBeNull();
  });

  it('has a code that ends', async () => {
    const email = await aForgetter('late@example.com');
    await sleep(CODE_SECONDS * 1000 + 50);
    expect(await refusal(calls().resetPassword(email, '123456', NEW))).toBe('ExpiredCodeException');
  });

  it('ends the sessions of whoever knew it', async () => {
    await pool.idTokenOf('known@example.com');
    const before = await calls().signIn('known@example.com', OLD);
    const now = await calls().signIn('known@example.com', OLD);
    await calls().signOutEverywhere(now.accessToken);
    for (const { refreshToken = '' } of [before, now])
      expect(await refusal(calls().refresh(refreshToken))).not.toBeNull();
  });
});

describe('a registration', () => {
  it('gets a new code while it waits for one, and none afterwards', async () => {
    const email = 'new@example.com';
    expect(await refusal(calls().resendCode(email))).toBe('UserNotFoundException');
    await calls().signUp({ email, password: OLD, name: 'Mai' });
    await calls().resendCode(email);
    await calls().confirmSignUp(email, '123456');
    expect(await refusal(calls().resendCode(email))).toBe('InvalidParameterException');
  });
});
