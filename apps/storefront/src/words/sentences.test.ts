import fc from 'fast-check';
import { around, counted, fill } from './sentences';

describe('a sentence with gaps', () => {
  it('is filled, wherever a language puts them', () => {
    expect(fill('Coupon {code} takes {amount} off', { code: 'TET', amount: 5 })).toBe(
      'Coupon TET takes 5 off',
    );
    expect(fill('Giảm {amount} với mã {code}', { code: 'TET', amount: 5 })).toBe('Giảm 5 với mã TET');
  });

  it('takes what it is filled with as it is', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(fill('Remove {name}.', { name })).toBe(`Remove ${name}.`);
      }),
    );
  });

  it('is not filled with less than it needs', () => {
    // @ts-expect-error The amount is missing.
    fill('Coupon {code} takes {amount} off', { code: 'TET' });
  });

  it('surrounds an element', () => {
    expect(around('You are a guest. {link} first.', 'link')).toEqual(['You are a guest. ', ' first.']);
  });
});

describe('a number of things', () => {
  const english = { one: '{count} piece', other: '{count} pieces' };

  it('has the forms of each language', () => {
    expect([0, 1, 2, 21].map((count) => counted(english, count))).toEqual([
      '0 pieces',
      '1 piece',
      '2 pieces',
      '21 pieces',
    ]);
    expect([0, 1, 2].map((count) => counted({ other: '{count} chiếc' }, count))).toEqual([
      '0 chiếc',
      '1 chiếc',
      '2 chiếc',
    ]);
  });

  it('has the form that Intl.PluralRules names', () => {
    const forms = { one: 'one', other: 'other' };
    fc.assert(
      fc.property(fc.nat(), (count) => {
        expect(counted(forms, count)).toBe(new Intl.PluralRules('en').select(count));
        expect(new Intl.PluralRules('vi').select(count)).toBe('other');
      }),
    );
  });
});
