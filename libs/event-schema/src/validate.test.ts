import fc from 'fast-check';
import { EVENT_NAMES } from './event-names';
import { EVENTS } from './events';
import { LIMITS } from './limits';
import { aCustomEvent, anEventNamed, aPageView, aProduct, aProductView } from './testing';
import { validateEvent } from './validate';

const reasonFor = (value: unknown) => {
  const outcome = validateEvent(value);
  return outcome.ok ? 'accepted' : outcome.reason;
};

describe('validateEvent', () => {
  it.each(EVENT_NAMES)('accepts a complete %s', (name) => {
    expect(reasonFor(anEventNamed(name))).toBe('accepted');
  });

  it('accepts an event with nothing but a name', () => {
    expect(reasonFor({ eventName: 'page_view' })).toBe('accepted');
  });

  it('accepts a custom event, fields that it does not know and a guest', () => {
    expect(reasonFor(aCustomEvent())).toBe('accepted');
    expect(reasonFor({ ...aPageView({ userLoginState: 'guest' }), theme: { dark: true } })).toBe('accepted');
  });

  it('returns the same object, so that nothing of it is lost', () => {
    const event = { ...aPageView(), extra: [1, { deep: null }] };
    expect(validateEvent(event)).toEqual({ ok: true, event });
  });

  it.each<[string, unknown, string]>([
    ['a value that is not an object', 7, 'an event must be a JSON object'],
    ['null', null, 'an event must be a JSON object'],
    ['an array', [], 'an event must be a JSON object'],
    ['no name', { pageUrl: '/' }, 'eventName: must be text'],
    ['a name of the wrong form', { eventName: 'Page View' }, 'eventName: must match ^[a-z][a-z0-9_]{0,63}$'],
    [
      'an id that is not a UUID',
      aPageView({ eventId: 'abc' }),
      "eventId: expected string to match 'uuid' format",
    ],
    [
      'a time that does not exist',
      aPageView({ eventTimestamp: '2026-13-01T00:00:00Z' }),
      "eventTimestamp: expected string to match 'date-time' format",
    ],
    ['a product event without product', { eventName: 'product_view' }, 'product: is missing'],
    ['a product without id', { eventName: 'product_view', product: {} }, 'product.id: is missing'],
    [
      'money that is not an integer',
      aProductView({ product: aProduct({ price: 9.5 }) }),
      'product.price: expected integer',
    ],
    [
      'a cart line with a wrong quantity',
      anEventNamed('checkout_start', { cart: { items: [aProduct({ quantity: 0 })] } }),
      'cart: items: 0.quantity: expected integer to be greater or equal to 1',
    ],
    [
      'an id that is too long',
      aPageView({ clientId: 'x'.repeat(LIMITS.maxId + 1) }),
      'clientId: expected string length less or equal to 200',
    ],
    ['a name of the prototype', { eventName: 'constructor', clientId: 5 }, 'clientId: expected string'],
  ])('rejects %s with a reason', (_title, value, reason) => {
    expect(reasonFor(value)).toBe(reason);
  });

  it('rejects a login state that it does not know', () => {
    expect(reasonFor({ eventName: 'page_view', userLoginState: 'vip' })).toMatch(/^userLoginState: /);
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_NAMES, 'own_event'), fc.object(), (eventName, value) => {
        expect(typeof validateEvent({ ...value, eventName }).ok).toBe('boolean');
      }),
    );
  });

  it('defines each event under its own name', () => {
    expect(Object.entries(EVENTS).map(([key, event]) => [key, event.name])).toEqual(
      EVENT_NAMES.map((name) => [name, name]),
    );
  });
});
