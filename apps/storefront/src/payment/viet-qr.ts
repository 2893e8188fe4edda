import type { BankAccount } from './bank-account';

/** A transfer to the shop. */
export interface Transfer {
  readonly to: BankAccount;
  /** In đồng. */
  readonly amount: number;
  /** Number of the order. */
  readonly bill: string;
  /** Words of the transfer, by which the shop finds the order: letters, digits, `-`, spaces. */
  readonly reference: string;
}

/**
 * The text of a VietQR code, which Vietnamese banking apps fill their form from: EMV QRCPS
 * Merchant-Presented Mode 1.1 with the fields of NAPAS (VietQR specification 1.3.1).
 */
export function vietQrText({ to, amount, bill, reference }: Transfer): string {
  const account = field('00', 'A000000727') + field('01', field('00', to.bank) + field('01', to.number));
  const text = [
    field('00', '01'),
    // A code for one transfer, with its amount.
    field('01', '12'),
    field('38', account + field('02', 'QRIBFTTA')),
    field('53', '704'),
    field('54', String(amount)),
    field('58', 'VN'),
    field('62', field('01', bill) + field('08', reference)),
    '6304',
  ].join('');
  return text + checksum(text);
}

/** Id, length in two digits, value. */
const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

/** CRC-16/CCITT-FALSE (polynomial 0x1021, begins with 0xFFFF), four hexadecimal digits. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
