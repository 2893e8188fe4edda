import { cookies, headers } from 'next/headers';
import { takeMail, type Attempt } from '../limits/attempts';
import { clientAddress } from '../limits/client-address';
import { CognitoError } from './cognito';
import type { FormState } from './credentials';
import { sentWords } from '../language/sent-language';
import type { Words } from '../words';

/** Answers of the user pool that would tell whether an address has an account: not told. */
const UNTOLD = [
  'UserNotFoundException',
  'InvalidParameterException',
  'NotAuthorizedException',
  'LimitExceededException',
  'CodeDeliveryFailureException',
];

/** A try of somebody at this address on an account. */
export async function attemptOn(account: string): Promise<Attempt> {
  return { account, address: clientAddress(await headers()) };
}

/**
 * Has a code mailed to an address, with the same answer whether it has an account or not.
 *
 * @returns a sentence when none was asked for: too many are, or the user pool does not answer
 */
export async function sendCode(
  email: string,
  send: (email: string) => Promise<void>,
  { faults }: Words['codes'],
): Promise<string | null> {
  if (!(await takeMail(await attemptOn(email)))) return faults.tooMany;
  try {
    await send(email);
  } catch (error) {
    if (!(error instanceof CognitoError && UNTOLD.includes(error.code))) return faults.unavailable;
  }
  return null;
}

/** The state of a form after its button for a new code. */
export async function sendCodeAgain(
  email: string,
  send: (email: string) => Promise<void>,
): Promise<FormState> {
  const { codes: words } = await sentWords();
  const problem = await sendCode(email, send, words);
  return { ...(problem ? { problem } : { notice: words.sentAgain }), typed: { email } };
}

/** The address that waits for a code: of this browser's cookie, or as typed. */
export async function waitingAddress(cookie: string, typed: string): Promise<string> {
  return (await cookies()).get(cookie)?.value ?? typed.toLowerCase();
}
