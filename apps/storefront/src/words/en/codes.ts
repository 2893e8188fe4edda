/** The pages on which somebody waits for a code. */
export const codes = {
  email: 'Email',
  code: 'Code',
  again: 'Send a new code',
  sentAgain: 'If the address is right, a new code is on its way. Only the newest one works.',
  askForCode: 'Enter the code that we sent you.',
  wrongAddress: { question: 'Wrong address?', label: 'Start again' },
  localCode: 'No email is sent on this machine. The code is {code}.',
  confirm: {
    title: 'Confirm your email',
    intro: 'We sent a code to {email}.',
    button: 'Confirm',
  },
  forgot: {
    title: 'Forgot your password?',
    intro:
      'Enter the email address of your account. We send a code to it, with which you choose a new password.',
    button: 'Send a code',
    known: { question: 'You know it after all?', label: 'Sign in' },
  },
  reset: {
    title: 'Choose a new password',
    intro: 'If {email} has an account, a code is on its way to it. It works for one hour.',
    password: 'New password',
    passwordRule: 'At least 8 characters, with upper and lower case letters, a digit and a symbol.',
    button: 'Save the new password',
    saved: 'Your new password is saved. Sign in with it.',
  },
  faults: {
    email: 'Enter an email address, for example lan@example.com.',
    code: 'Enter the digits from the email.',
    password:
      'Choose a stronger password: at least 8 characters, with upper and lower case letters, a digit and a symbol.',
    wrongCode: 'This code is not correct, or it has expired. Check it, or send a new one.',
    tooMany: 'Too many attempts. Please wait a quarter of an hour and try again.',
    unavailable: 'The account service is unavailable. Please try again in a minute.',
  },
} as const;
