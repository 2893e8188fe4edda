import { wordsIn } from '../words';
import { checkCredentials, checkSignUp } from './credentials';

const { faults } = wordsIn('en').account;

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('checkCredentials', () => {
  it('accepts an address in lower case and a password exactly as typed', () => {
    expect(checkCredentials(form({ email: ' Lan@Example.com ', password: ' Pass word ' }), faults)).toEqual({
      email: 'lan@example.com',
      password: ' Pass word ',
      fields: {},
    });
  });

  it('names the faulty field', () => {
    const { fields } = checkCredentials(form({ email: 'lan@example' }), faults);
    expect(Object.keys(fields)).toEqual(['email', 'password']);
  });
});

describe('checkSignUp', () => {
  const account = { email: 'lan@example.com', name: 'Lan', password: 'Correct-horse-1' };

  it.each(['Correct-horse-1', 'Aa1!aaaa', 'Mật khẩu A1 dài', 'Aa1 aaaa'])(
    'accepts the password %p',
    (password) => {
      expect(checkSignUp(form({ ...account, password }), faults)).toBeNull();
    },
  );

  it.each([
    '',
    'Aa1!aaa',
    'aa1!aaaa',
    'AA1!AAAA',
    'Aab!aaaa',
    'Aa1aaaaa',
    'Aa1éaaaa',
    `Aa1!${'a'.repeat(253)}`,
  ])('refuses the password %p, which the user pool would refuse', (password) => {
    expect(Object.keys(checkSignUp(form({ ...account, password }), faults)?.fields ?? {})).toEqual([
      'password',
    ]);
  });

  it('keeps what was typed, and never the password', () => {
    const refused = checkSignUp(form({ ...account, password: 'weak', name: 'L' }), faults);
    expect(refused?.fields).toHaveProperty('name');
    expect(refused?.typed).toEqual({ email: 'lan@example.com', name: 'L' });
  });
});
