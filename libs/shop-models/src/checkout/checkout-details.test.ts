import { checkDelivery, isPaymentMethod } from './checkout-details';
import { PROVINCES } from './provinces';
import { aDelivery } from '../testing/a-shop';

describe('checkDelivery', () => {
  it('accepts a complete delivery and returns it normalised', () => {
    const typed = {
      ...aDelivery,
      name: '  Nguyễn Thị Lan ',
      email: ' Lan@Example.com',
      phone: '0912 345 678',
    };
    expect(checkDelivery(typed)).toEqual({ ok: true, delivery: aDelivery });
  });

  it.each(['\u0000', '\ud800', '\u001b'])(
    'removes %j, which no database can hold, from every field',
    (odd) => {
      const typed = Object.fromEntries(
        Object.entries(aDelivery).map(([field, text]) => [field, odd + text + odd]),
      );
      expect(checkDelivery(typed)).toEqual({ ok: true, delivery: aDelivery });
    },
  );

  it.each([[['Lan']], [{}], [7], [null]])('treats %j as a missing field', (name) => {
    expect(checkDelivery({ ...aDelivery, name })).toMatchObject({ errors: { name: expect.any(String) } });
  });

  it.each(['+84 912 345 678', '84912345678', '0084912345678', '+84 (0)912.345.678', '0912-345-678'])(
    'reads %s as the same phone number',
    (phone) => {
      expect(checkDelivery({ ...aDelivery, phone })).toMatchObject({
        ok: true,
        delivery: { phone: '0912345678' },
      });
    },
  );

  it.each(['', '12345', '0112345678', '09123456789', 'phone'])('refuses %p as a phone number', (phone) => {
    expect(checkDelivery({ ...aDelivery, phone })).toEqual({
      ok: false,
      errors: { phone: expect.stringContaining('Vietnamese phone number') },
    });
  });

  it('names every faulty field at once', () => {
    const answer = checkDelivery({ method: 'drone', province: 'Atlantis' });
    expect(answer.ok ? [] : Object.keys(answer.errors).sort()).toEqual(
      ['address', 'email', 'method', 'name', 'phone', 'province', 'ward'].sort(),
    );
  });

  it('refuses texts that are too long and values that are not text', () => {
    expect(checkDelivery({ ...aDelivery, note: 'x'.repeat(501) })).toMatchObject({ ok: false });
    expect(checkDelivery({ ...aDelivery, name: { toString: () => 'Lan' } })).toMatchObject({ ok: false });
  });

  it('knows the 34 provinces and cities', () => {
    expect(new Set(PROVINCES).size).toBe(34);
  });
});

describe('isPaymentMethod', () => {
  it('is true for the three payment methods only', () => {
    expect(['cash_on_delivery', 'bank_transfer', 'card_on_delivery'].every(isPaymentMethod)).toBe(true);
    expect([null, '', 'credit'].some(isPaymentMethod)).toBe(false);
  });
});
