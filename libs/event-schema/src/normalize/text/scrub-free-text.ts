import { scrubText } from '../../scrub/scrub-text';
import { REDACTED } from '../../scrub/scrub-url';

/**
 * A phone number directly after a word for it. Elsewhere, letters or a hyphen make it an order
 * number or a model.
 */
const NAMED_PHONE =
  /(?<![\p{L}\p{N}])((?:sđt|sdt|đtdđ|dtdd|đt|dt|tel|phone|mobile|hotline|zalo|whatsapp|viber|call|gọi|goi)[\s.:=_#-]{0,2})(?:\+?(?:00)?84|0)[235789](?:[\s.()-]{0,2}\d){8,9}(?!:?\d)/giu;

/** A dash before a phone number is not part of the number. */
const DASHED_PHONE = /(^|\s)([-–])(0[235789](?:[\s.()-]{0,2}\d){8,9})(?!:?\d)/g;

/** The lengths of old cards, which some codes of articles share. */
const THIRTEEN_DIGITS = /(^|[^\w-])(4\d{12})(?!\d)/g;

/** Letters, digits and signs in the full width that Japanese and Chinese use. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Scrubs a text like `scrubText`, and also what the tracker has no room to search for. Never
 * throws.
 */
export function scrubFreeText(text: string): string {
  const narrow = text.replace(FULL_WIDTH, inAscii);
  const scrubbed = scrubText(narrow)
    .replace(NAMED_PHONE, `$1${REDACTED}`)
    .replace(DASHED_PHONE, `$1$2${REDACTED}`)
    .replace(THIRTEEN_DIGITS, (all, before: string, digits: string) =>
      isCard(digits) ? before + REDACTED : all,
    );
  return scrubbed === narrow ? text : scrubbed;
}

const inAscii = (character: string): string =>
  String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);

/** Tests the check digit of cards (Luhn); false if that of articles (EAN-13) is also right. */
function isCard(digits: string): boolean {
  const weighted = (weight: (digit: number, fromRight: number) => number) =>
    [...digits].reverse().reduce((sum, digit, fromRight) => sum + weight(Number(digit), fromRight), 0);
  const luhn = weighted((digit, fromRight) =>
    fromRight % 2 === 0 ? digit : Math.floor(digit / 5) + ((digit * 2) % 10),
  );
  const ean = weighted((digit, fromRight) => (fromRight % 2 === 0 ? digit : digit * 3));
  return luhn % 10 === 0 && ean % 10 !== 0;
}
