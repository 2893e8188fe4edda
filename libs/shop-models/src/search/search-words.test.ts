import { indexWords, searchWords } from './search-words';

describe('the words of a search', () => {
  it.each([
    ['tai nghe, không dây', ['tai', 'nghe', 'khong', 'day']],
    ['Laptops with batteries', ['laptop', 'battery']],
    ['switches wireless', ['switch', 'wireless']],
    ['32 GB', ['32gb']],
    ['32gb', ['32gb']],
    ['27 inch', ['27inch']],
    ['27-inch', ['27inch']],
    ['27inches', ['27inch']],
    ['27"', ['27inch']],
    ['27” 4K', ['27inch', '4k']],
    ['13.3″OLED', ['13.3inch', 'oled']],
    ['14 in laptop', ['14inch', 'laptop']],
    ['2-in-1', ['2in1']],
    ['2 in 1', ['2in1']],
    ['1,4 kg', ['1.4kg']],
    ['2,000 MB/s', ['2000mbps']],
    ['2560 x 1440', ['2560x1440']],
    ['18-hour battery', ['18hour', 'battery']],
    ['!?', []],
    ['the', []],
  ])('of %p are %p', (term, words) => {
    expect(searchWords(term)).toEqual(words);
  });

  it('are eight at most', () => {
    expect(searchWords('q w e r t y u i o p')).toHaveLength(8);
  });
});

describe('the words by which a text is found', () => {
  it.each([
    ['X14', '14'],
    ['Arc 27Q', '27'],
    ['27″ IPS', '27'],
    ['27″ IPS', '27inch'],
    ['15.6″', '15inch'],
    ['15.6″', '15.6'],
    ['12 ports', 'port'],
    ['2 TB', 'tb'],
    ['USB-C', 'usbc'],
    ['USB-C', 'usb'],
    ['Noise-cancelling', 'cancelling'],
    ['2 × USB-C 40 Gb/s', '40gbps'],
  ])('%p have %p', (text, word) => {
    expect(indexWords(text)).toContain(word);
  });
});
