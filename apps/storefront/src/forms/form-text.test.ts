import { formOf, text } from './form-text';

describe('the form of an action', () => {
  it('is the form that the browser sent', () => {
    const form = new FormData();
    form.set('name', ' Lan\u0000\u001b ');
    expect(text(formOf(form), 'name')).toBe('Lan');
  });

  it.each([[null], [undefined], ['name=Lan'], [['name', 'Lan']], [{ get: 'Lan' }], [7]])(
    'is empty when it was called with %j',
    (sent) => {
      expect([...formOf(sent)]).toEqual([]);
    },
  );

  it('has no text where a file was sent', () => {
    const form = new FormData();
    form.set('name', new File(['Lan'], 'name.txt'));
    expect(text(form, 'name')).toBe('');
  });
});
