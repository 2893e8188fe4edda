/** @jest-environment jsdom */
import { act } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { ShownIn } from '../../language/testing/shown-in';
import { VisitorsConsent } from './visitors-consent';

const words = {
  label: 'Privacy',
  offer: 'May we?',
  privateBrowser: '',
  decline: 'No',
  accept: 'Yes',
  saved: '',
};
const content = (
  <ShownIn>
    <VisitorsConsent byDefault="denied" words={words} />
  </ShownIn>
);

it('is one element before and after the scripts, so that the first paint of it is the only one', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.cookie = 'sbw_pieces=2';
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = renderToString(content);
  const notice = place.querySelector('section');
  expect(notice?.hasAttribute('data-first')).toBe(true);
  await act(async () => hydrateRoot(place, content));
  expect(place.querySelector('section')).toBe(notice);
  expect(notice?.hasAttribute('data-first')).toBe(false);
});
