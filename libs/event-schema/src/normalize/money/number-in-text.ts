const DECIMAL = /^[-+]?\d{1,16}(\.\d+)?$/;

/**
 * Letters and signs of a currency before or after the digits, such as `25.990.000 ₫` and `VND 500`.
 */
const CURRENCY_AROUND = /^(?:[A-Z]{3}|[$€£¥₫đ])?\s*(.*?)\s*(?:[A-Z]{3}|[$€£¥₫đ])?$/iu;

/** Groups of three next to a currency without decimals: `100.000 ₫`. */
const WHOLE_CURRENCY = /^(?:VND|JPY|KRW|[¥₫đ])|(?:VND|JPY|KRW|[¥₫đ])$/iu;
const GROUPS = /^[-+]?\d{1,3}(?:[.,]\d{3})+$/;

/** Groups of three, separated by the same sign; after them, decimals after the other sign. */
const GROUPED = [
  { form: /^[-+]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/, group: '.' },
  { form: /^[-+]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/, group: ',' },
  { form: /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/, group: '.' },
  { form: /^[-+]?\d{1,3}(?:,\d{3})+\.\d+$/, group: ',' },
  { form: /^[-+]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/, group: ' ' },
] as const;

/** One or two digits after a comma, or more than three, are decimals: groups have three. */
const DECIMAL_COMMA = /^[-+]?\d{1,16},(?:\d{1,2}|\d{4,})$/;

/** Longer texts do not hold an amount of money. */
const MAX_CHARACTERS = 40;

/**
 * The whole number that a text in groups of three means in a currency without decimals, such as
 * `25,990` of VND; NaN for other texts.
 */
export function wholeNumberInText(text: string): number {
  if (text.length > MAX_CHARACTERS) return Number.NaN;
  const bare = bareNumber(text.trim());
  return GROUPS.test(bare) ? Number(bare.replaceAll(/[.,]/g, '')) : Number.NaN;
}

/** A text without the currency around its digits, and with plain spaces. */
const bareNumber = (trimmed: string): string =>
  (CURRENCY_AROUND.exec(trimmed)?.[1] ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');

/**
 * The number of a text that can mean one number only: `1.990.000`, `1,990,000`, `1 990 000 ₫`,
 * `19,99`. NaN for others, such as `25,990`, which is 25.99 in one country and 25990 in the next;
 * `25.990` is a decimal, as JSON writes it.
 */
export function numberInText(text: string): number {
  const trimmed = text.trim();
  if (DECIMAL.test(trimmed)) return Number(trimmed);
  if (trimmed.length > MAX_CHARACTERS) return Number.NaN;
  const bare = bareNumber(trimmed);
  if (GROUPS.test(bare) && WHOLE_CURRENCY.test(trimmed)) return Number(bare.replaceAll(/[.,]/g, ''));
  if (DECIMAL.test(bare)) return Number(bare);
  if (DECIMAL_COMMA.test(bare)) return Number(bare.replace(',', '.'));
  const grouped = GROUPED.find(({ form }) => form.test(bare));
  return grouped ? Number(bare.replaceAll(grouped.group, '').replace(',', '.')) : Number.NaN;
}
