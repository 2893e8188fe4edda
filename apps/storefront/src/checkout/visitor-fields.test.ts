import { addVisitor, readVisitor } from './visitor-fields';

const NOTHING = { clientId: null, sessionId: null, pageUrl: null };

describe('the browser of an order', () => {
  it('is read as its page has written it', () => {
    const form = new FormData();
    const visitor = { clientId: 'client-1', sessionId: 'session-1', pageUrl: 'https://shop.vn/checkout' };
    addVisitor(form, visitor);
    expect(readVisitor(form)).toEqual(visitor);
  });

  it('is unknown without JavaScript, and before its shopper has agreed', () => {
    const form = new FormData();
    addVisitor(form, { clientId: undefined, sessionId: undefined });
    expect(readVisitor(form)).toEqual(NOTHING);
  });

  it('is unknown, and the order goes on, when somebody has sent what is no id', () => {
    const form = new FormData();
    form.set('clientId', 'x'.repeat(201));
    form.set('sessionId', new File(['x'], 'session'));
    form.set('pageUrl', ' \u0000 ');
    expect(readVisitor(form)).toEqual(NOTHING);
  });
});
