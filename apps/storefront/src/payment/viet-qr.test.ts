import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { bankAccountIn } from './bank-account';
import { vietQrText } from './viet-qr';

const account = { bank: '970403', number: '0011012345678', holder: 'SBW' };

describe('The code of a transfer', () => {
  it('is that of the example in the specification of NAPAS', () => {
    expect(
      vietQrText({ to: account, amount: 180000, bill: 'NPS6869', reference: 'thanh toan don hang' }),
    ).toBe(
      '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA5303704540618000058' +
        '02VN62340107NPS68690819thanh toan don hang63042E2E',
    );
  });

  it('is read back from its picture', () => {
    const text = vietQrText({
      to: account,
      amount: 26490000,
      bill: 'SBW-KYA7SKFD',
      reference: 'SBW-KYA7SKFD',
    });
    const raw = encodeQR(text, 'raw', { scale: 4 });
    const data = Uint8Array.from(raw.flatMap((row) => row.flatMap((dark) => Array(3).fill(dark ? 0 : 255))));
    expect(decodeQR({ width: raw.length, height: raw.length, data })).toBe(text);
  });
});

describe('bankAccountIn', () => {
  it('reads bank, number and holder', () => {
    expect(bankAccountIn(' 970403 0011012345678 SBW Co Ltd ')).toEqual({ ...account, holder: 'SBW Co Ltd' });
  });

  it('offers no transfer without an account', () => {
    expect(bankAccountIn('')).toBeNull();
  });

  it.each(['97043 0011012345678 SBW', '970403 0011012345678', '970403 <script> SBW', 'Vietcombank 001 SBW'])(
    'refuses "%s", and says what to set',
    (text) => {
      expect(() => bankAccountIn(text)).toThrow(/SHOP_BANK_ACCOUNT is ".*970436 0011001234567/);
    },
  );
});
