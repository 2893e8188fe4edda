import { addVisitor, readVisitor } from './visitor-fields';

const NOTHING = { clientId: null, sessionId: null, pageUrl: null, places: [] };
const PLACE = { productId: 'LT-1301', listName: 'search', position: 2 };

describe('the browser of an order', () => {
  it('is read as its page has written it', () => {
    const form = new FormData();
    const visitor = {
      clientId: 'client-1',
      sessionId: 'session-1',
      pageUrl: 'https://shop.vn/checkout',
      places: [PLACE, { ...PLACE, position: null }],
    };
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
    form.set('places', '[{"productId":');
    expect(readVisitor(form)).toEqual(NOTHING);
  });

  it('has only the lists that can be lists', () => {
    const form = new FormData();
    const told = [
      null,
      1,
      { productId: 'A' },
      { ...PLACE, listName: 'x'.repeat(1001) },
      PLACE,
      { ...PLACE, position: -1 },
    ];
    form.set('places', JSON.stringify(told));
    expect(readVisitor(form).places).toEqual([PLACE, { ...PLACE, position: null }]);
    form.set('places', JSON.stringify(Array.from({ length: 51 }, () => PLACE)));
    expect(readVisitor(form).places).toHaveLength(50);
  });
});
