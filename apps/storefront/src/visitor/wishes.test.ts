import { MOST_WISHES, toggled, valueOf, wishesFrom } from './wishes';

describe('the wishlist', () => {
  it('adds a product before the others, and removes it again', () => {
    const two = toggled(toggled([], 'LT-1301'), 'MN-2401');
    expect(two).toEqual(['MN-2401', 'LT-1301']);
    expect(toggled(two, 'LT-1301')).toEqual(['MN-2401']);
    expect(wishesFrom(valueOf(two))).toEqual(two);
  });

  it('forgets the oldest of more than fifty', () => {
    const many = Array.from({ length: MOST_WISHES }, (_, index) => `LT-${index}`);
    expect(toggled(many, 'MN-1')).toEqual(['MN-1', ...many.slice(0, -1)]);
    expect(wishesFrom(valueOf(['MN-1', ...many]))).toHaveLength(MOST_WISHES);
  });

  it.each([undefined, '', '..', '<script>', 'a b', '../x', 'x'.repeat(65)])(
    'is empty by the cookie %p',
    (value) => expect(wishesFrom(value)).toEqual([]),
  );

  it('has each product once', () => {
    expect(wishesFrom('LT-1.LT-1.MN-1')).toEqual(['LT-1', 'MN-1']);
  });
});
