/** @jest-environment jsdom */
import { act } from 'react';
import { chooseConsent } from '../../consent/actions';
import { openTrackedPage, type TrackedPage } from '../../tracking/testing/tracked-page';
import { Tracking } from '../../tracking/tracking';
import { ShownIn } from '../../language/testing/shown-in';
import type { ConsentFacts } from '../../consent/consent';
import { wordsIn } from '../../words';
import { ConsentNotice, PrivacyChoices } from './consent-notice';

// The server's answer is fixed: the tests cover what the page does by itself.
jest.mock('../../consent/actions', () => ({ chooseConsent: jest.fn(async () => undefined) }));

const anonymous = { userId: null, loginState: 'anonymous', identitySource: 'anonymous' } as const;
const NOBODY_ASKED: ConsentFacts = { choice: null, byDefault: 'granted', asksForPrivacy: false };

const { offers, ...consent } = wordsIn('en').frame.consent;
const words = (byDefault: ConsentFacts['byDefault'] = 'granted') => ({
  ...consent,
  offer: offers[byDefault],
});

let page: TrackedPage;
let visit = 0;

beforeAll(() => {
  page = openTrackedPage();
});

afterAll(() => page.close());

/** A new visit to the shop: another key, so that no state of the notice before is left. */
async function show(facts: Partial<ConsentFacts>): Promise<void> {
  visit += 1;
  await page.show(
    <ShownIn key={visit}>
      <Tracking
        endpoint="https://api.example/clickstream"
        shopper={anonymous}
        signInId={null}
        consent={facts.choice ?? 'granted'}
      />
      <ConsentNotice {...NOBODY_ASKED} {...facts} words={words(facts.byDefault)} />
      <PrivacyChoices label="Privacy choices" />
    </ShownIn>,
  );
}

const notice = () => document.querySelector('section[aria-label=Privacy]');
const answers = () => [...(notice()?.querySelectorAll('button') ?? [])];
const keysOfTracker = () => Object.keys(localStorage).filter((key) => key.startsWith('clickstream.'));

async function answer(label: string): Promise<void> {
  await act(async () =>
    answers()
      .find(({ textContent }) => textContent === label)
      ?.click(),
  );
}

describe('the notice', () => {
  it('shows two answers of the same look, until one is given', async () => {
    await show({});
    expect(answers().map(({ textContent }) => textContent)).toEqual(['Decline', 'Accept']);
    expect(new Set(answers().map(({ className }) => className)).size).toBe(1);
    await answer('Accept');
    expect(notice()).toBeNull();
    expect(document.querySelector('[role=status]')?.textContent).toBe('Your choice is saved.');
    expect(jest.mocked(chooseConsent).mock.lastCall?.[0].get('consent')).toBe('granted');
  });

  it('ends the tracking at once and forgets the shopper when the answer is no', async () => {
    await show({});
    await page.goTo('/cart', <Tracking endpoint="" shopper={anonymous} signInId={null} consent="granted" />);
    expect(keysOfTracker()).not.toEqual([]);
    await show({});
    await answer('Decline');
    expect(keysOfTracker()).toEqual([]);
    expect(page.events()).toEqual([]);
    expect(jest.mocked(chooseConsent).mock.lastCall?.[0].get('consent')).toBe('denied');
  });

  it.each<[string, Partial<ConsentFacts>]>([
    ['has chosen', { choice: 'denied' }],
    ['has a browser that asks for privacy', { asksForPrivacy: true }],
  ])('is hidden from a shopper who %s, and reappears on request', async (_title, facts) => {
    await show(facts);
    expect(notice()).toBeNull();
    await page.click('button');
    expect(document.activeElement).toBe(notice());
  });

  it('offers no more than counting without ids to a browser that asks for privacy', async () => {
    await show({ asksForPrivacy: true });
    await page.click('button');
    await answer('Accept');
    expect(jest.mocked(chooseConsent).mock.lastCall?.[0].get('consent')).toBe('cookieless');
  });

  it('asks when the shop requires consent', async () => {
    await show({ byDefault: 'denied' });
    expect(notice()?.textContent).toContain('May SBW count your visit?');
  });

  it('says what is counted before an answer where that is without ids', async () => {
    await show({ byDefault: 'cookieless' });
    expect(notice()?.textContent).toContain('without knowing who you are');
  });

  it('stays, and says so, when the shop cannot store the answer', async () => {
    jest.mocked(chooseConsent).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await show({});
    await answer('Decline');
    expect(notice()?.querySelector('[role=alert]')?.textContent).toContain('cannot be reached');
    await answer('Decline');
    expect(notice()).toBeNull();
  });
});
