import { readConfig } from '../../config';
import { sentWords } from '../../language/sent-language';
import { takeAttempt, type Attempt } from '../../limits/attempts';
import { sendMail } from '../../mail/send-mail';
import { isShopError, shop } from '../../shop';
import { attemptOn } from '../send-code';

/**
 * Mails a code to an address.
 *
 * @returns the sentence that says why there is none, or null
 */
export async function mailCode(email: string): Promise<string | null> {
  const { signIn } = readConfig();
  const { faults } = (await sentWords()).account;
  if (signIn.kind !== 'code') return faults.byPassword;
  if (!(await takeAttempt(await requestOf(email)))) return faults.tooMany;
  try {
    const { mail } = await (await shop()).requestSignInCode({ email, toOutbox: signIn.mailFrom === null });
    if (!mail || signIn.mailFrom === null) return null;
    await sendMail(signIn.mailFrom, mail);
    return null;
  } catch (error) {
    if (isShopError(error)) return error.message;
    // Of the mail nothing is logged: it has a code, and an address.
    console.error('A code was not sent.', error instanceof Error ? `${error.name}: ${error.message}` : error);
    return faults.notSent;
  }
}

/** A request of a code; tries of codes are counted apart from it. */
export function requestOf(email: string): Promise<Attempt> {
  return attemptOn(`code for ${email}`);
}
