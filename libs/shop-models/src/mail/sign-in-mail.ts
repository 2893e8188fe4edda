import type { SignInMail } from '../contract/sign-in-contract';

/** The code of a sign-in. The subject has it, too: a telephone shows it with the notice. */
export function signInMail(recipient: string, code: string, minutes: number): SignInMail {
  return {
    recipient,
    subject: `${code} is your code for SBW`,
    body: [
      `Your code is ${code}. Enter it within ${minutes} minutes on the page where you asked for it.`,
      'Nobody of the shop ever asks you for it.',
      'You did not ask for a code? Then somebody has typed your address. Without the code nothing happens.',
      'SBW',
    ].join('\n\n'),
  };
}
