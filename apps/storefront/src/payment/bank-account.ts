/** The account to which shoppers transfer the total. */
export interface BankAccount {
  /** Number of the bank at NAPAS, six digits: 970436 is Vietcombank. */
  readonly bank: string;
  readonly number: string;
  /** Name of the holder, as a banking app shows it before the transfer. */
  readonly holder: string;
}

const FORM = /^(\d{6}) ([0-9A-Za-z]{4,19}) (\S.{0,69})$/;

/**
 * Reads `970436 0011001234567 SBW Co Ltd`; null for an empty text: the shop then offers no
 * transfer.
 *
 * @throws Error for any other text
 */
export function bankAccountIn(text: string): BankAccount | null {
  if (text.trim() === '') return null;
  const [, bank, number, holder] = FORM.exec(text.trim()) ?? [];
  if (bank === undefined || number === undefined || holder === undefined)
    throw new Error(
      `SHOP_BANK_ACCOUNT is "${text}". Set the six digits of the bank at NAPAS, the account and its holder: 970436 0011001234567 SBW Co Ltd.`,
    );
  return { bank, number, holder };
}
