import { foldForSearch } from './search-text';

describe('foldForSearch', () => {
  it.each([
    ['Bàn phím CƠ', 'ban phim co'],
    ['đèn Để bàn', 'den de ban'],
    ['27″ 4K · USB-C', '27 4k usb c'],
    ['15.6″', '15.6'],
    ['  ', ''],
  ])('writes %p as %p', (typed, folded) => {
    expect(foldForSearch(typed)).toBe(folded);
  });

  it('folds composed and decomposed accents to the same text', () => {
    expect(foldForSearch('bàn'.normalize('NFD'))).toBe(foldForSearch('bàn'.normalize('NFC')));
  });
});
