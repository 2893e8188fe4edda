/** @jest-environment jsdom */
import { Layout } from '../tracking/testing/layout';
import { openTrackedPage, type TrackedPage } from '../tracking/testing/tracked-page';
import { wordsIn } from '../words';
import { useTrackedErrors } from './use-tracked-errors';

let page: TrackedPage;
beforeAll(() => {
  page = openTrackedPage();
});
afterAll(() => page.close());

describe('a refused form', () => {
  function Form({ name, answer }: { name: string; answer: Parameters<typeof useTrackedErrors>[1] }) {
    useTrackedErrors(name, answer);
    return null;
  }
  const answered = async (name: string, answer: Parameters<typeof useTrackedErrors>[1]) => {
    for (const state of [{}, answer, answer])
      await page.show(
        <Layout>
          <Form key={name} name={name} answer={state} />
        </Layout>,
      );
    return page.events().filter(({ eventName }) => eventName !== 'page_view');
  };

  it('is told by the names of its fields, once, without what was typed', async () => {
    const fields = { phone: 'Enter a phone number.', name: 'Enter your name.' };
    expect(await answered('delivery', { fields })).toMatchObject([
      { eventName: 'form_error', form: { name: 'delivery', fields: ['phone', 'name'] } },
    ]);
  });

  it('is a refused sign-in where e-mail and password were not right', async () => {
    expect(await answered('sign_in', { problem: 'Email address or password is incorrect.' })).toMatchObject([
      { eventName: 'login_failure', login: { method: 'email' } },
    ]);
  });

  it('is not told when the shop did not answer, or took it', async () => {
    expect(await answered('payment', { problem: wordsIn('en').everywhere.noAnswer })).toEqual([]);
    expect(await answered('review', {})).toEqual([]);
  });
});
