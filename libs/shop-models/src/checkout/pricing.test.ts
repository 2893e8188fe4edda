import fc from 'fast-check';
import { FREE_DELIVERY_FROM, orderTotals, shippingFor, subtotalOf, taxWithin, unitPrice } from './pricing';

const money = fc.integer({ min: 1_000, max: 99_999_000 });
const items = fc.array(fc.record({ unitPrice: money, quantity: fc.integer({ min: 1, max: 10 }) }));
const method = fc.constantFrom('standard' as const, 'express' as const);

describe('pricing', () => {
  it('uses the offer when there is one, otherwise the usual price', () => {
    expect(unitPrice({ price: 100_000, discountPrice: 90_000 })).toBe(90_000);
    expect(unitPrice({ price: 100_000, discountPrice: null })).toBe(100_000);
  });

  it('sums a cart piece by piece', () => {
    fc.assert(
      fc.property(items, (cart) => {
        let sum = 0;
        for (const { unitPrice: each, quantity } of cart)
          for (let piece = 0; piece < quantity; piece++) sum += each;
        expect(subtotalOf(cart)).toBe(sum);
      }),
    );
  });

  it('delivers free from the limit on, and not one VND below it', () => {
    expect(shippingFor(FREE_DELIVERY_FROM, 'standard')).toBe(0);
    expect(shippingFor(FREE_DELIVERY_FROM - 1, 'standard')).toBe(30_000);
    expect(shippingFor(FREE_DELIVERY_FROM, 'express')).toBe(60_000);
  });

  it('finds the tax within an amount: net and tax add up to it, and tax is a tenth of net to the VND', () => {
    fc.assert(
      fc.property(money, (total) => {
        const tax = taxWithin(total);
        const net = total - tax;
        expect(Number.isInteger(tax)).toBe(true);
        expect(Math.abs(tax - net / 10)).toBeLessThanOrEqual(0.55);
      }),
    );
  });

  it('always charges exactly the goods and the delivery', () => {
    fc.assert(
      fc.property(items, method, (cart, how) => {
        const { subtotal, shipping, tax, total } = orderTotals(cart, how);
        expect(total).toBe(subtotalOf(cart) + shippingFor(subtotal, how));
        expect(total).toBe(subtotal + shipping);
        expect(tax).toBe(taxWithin(total));
      }),
    );
  });
});
