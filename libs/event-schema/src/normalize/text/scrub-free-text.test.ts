import { scrubFreeText } from './scrub-free-text';

describe('scrubFreeText', () => {
  it.each([
    ['0912345678', '[redacted]'],
    ['SĐT0912345678', 'SĐT[redacted]'],
    ['sdt: 0912.345.678', 'sdt: [redacted]'],
    ['Nam, đt-0912 345 678', 'Nam, đt-[redacted]'],
    ['tel84912345678', 'tel[redacted]'],
    ['phone-0912345678', 'phone-[redacted]'],
    ['Zalo_0912345678', 'Zalo_[redacted]'],
    ['Nam -0912345678', 'Nam -[redacted]'],
    ['Nam –0912 345 678', 'Nam –[redacted]'],
    ['4222222222222', '[redacted]'],
    ['card 4222222222222.', 'card [redacted].'],
    ['０９１２３４５６７８', '[redacted]'],
    ['mai＠shop．vn', '[redacted]'],
  ])('turns %p into %p', (text, scrubbed) => {
    expect(scrubFreeText(text)).toBe(scrubbed);
    expect(scrubFreeText(scrubbed)).toBe(scrubbed);
  });

  it.each([
    'DH-0912345678',
    'SKU0912345678',
    'ADT0912345678',
    'x0912345678',
    'hotel0912345678',
    // Codes of articles whose first digit is that of a card, and numbers that are neither card nor
    // phone.
    '4006381333931',
    '4902430698085',
    '4222222222223',
    'SKU-4222222222222',
    'ＲＴＸ４０９０',
  ])('leaves %p as it is', (text) => {
    expect(scrubFreeText(text)).toBe(text);
  });
});
