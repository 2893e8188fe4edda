/** @jest-environment jsdom */
import { act } from 'react';
import { openTrackedPage, type TrackedPage } from '../tracking/testing/tracked-page';
import { ShownIn } from '../language/testing/shown-in';
import { wordsIn } from '../words';
import { useSafeAction } from './use-safe-action';

const { noAnswer } = wordsIn('en').everywhere;

interface State {
  readonly problem?: string;
  readonly fields?: Record<string, string>;
  readonly typed?: Record<string, string>;
}

const action = jest.fn<Promise<State>, [State, FormData]>();
const check = jest.fn<State | null, [FormData]>(() => null);

let page: TrackedPage;
beforeAll(async () => {
  page = openTrackedPage();
  await page.show(<ShownIn children={<Form />} />);
});
afterAll(() => page.close());

function Form() {
  const [{ problem, fields, typed }, send] = useSafeAction<State>(action, {}, check);
  return (
    <form action={send}>
      <p role="alert">{problem ?? fields?.name}</p>
      <input name="name" defaultValue={typed?.name} />
      <input name="password" defaultValue={typed?.password} />
      <button type="submit">Send</button>
    </form>
  );
}

const input = (name: string) => document.querySelector(`[name=${name}]`) as HTMLInputElement;
const alert = () => document.querySelector('[role=alert]')?.textContent;

async function send(): Promise<void> {
  input('name').value = 'Lan';
  input('password').value = 'Secret-1';
  await act(async () => document.querySelector('button')?.click());
}

describe('a form whose request fails', () => {
  it('stays, says so, and keeps everything typed but the password', async () => {
    action.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await send();
    expect([alert(), input('name').value, input('password').value]).toEqual([noAnswer, 'Lan', '']);
  });

  it('shows the answer of the next attempt', async () => {
    action.mockResolvedValueOnce({ problem: 'Too short.' });
    await send();
    expect(alert()).toBe('Too short.');
  });

  it('leaves a redirect to the router', async () => {
    const redirect = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;push;/cart;307;' });
    action.mockImplementationOnce(async () => Promise.reject(redirect));
    const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(send()).rejects.toThrow('NEXT_REDIRECT');
    reported.mockRestore();
    await page.show(<ShownIn children={<Form />} />);
  });
});

describe('a form with a check', () => {
  it('is not sent when the check refuses it', async () => {
    await page.show(<ShownIn children={<Form key="another" />} />);
    action.mockClear();
    check.mockReturnValueOnce({ fields: { name: 'Enter your name.' } });
    await send();
    expect(action).not.toHaveBeenCalled();
    expect(alert()).toBe('Enter your name.');
  });
});
