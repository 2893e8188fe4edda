import { quantityIn } from './quantity-in';

const formWith = (quantity: string) => {
  const form = new FormData();
  form.set('quantity', quantity);
  return form;
};

describe('the pieces that a form asks for', () => {
  it('are those that were chosen, one where there was nothing to choose', () => {
    expect(quantityIn(formWith('3'))).toBe(3);
    expect(quantityIn(new FormData())).toBe(1);
  });

  it.each(['0', '-1', '1.5', '11', '1e9', 'many', ''])('are one by %p', (quantity) => {
    expect(quantityIn(formWith(quantity))).toBe(1);
  });
});
