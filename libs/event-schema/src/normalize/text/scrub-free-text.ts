import { scrubText } from '../../scrub/scrub-text';
import { REDACTED } from '../../scrub/scrub-url';

/**
 * A phone right behind the word for one: elsewhere letters or a hyphen make an
 * order number or a model of it.
 */
const NAMED_PHONE =
  /(?<![\p{L}\p{N}])((?:sđt|sdt|đtdđ|dtdd|đt|dt|tel|phone|mobile|hotline|zalo|whatsapp|viber|call|gọi|goi)[\s.:=_#-]{0,2})(?:\+?(?:00)?84|0)[235789](?:[\s.()-]{0,2}\d){8,9}(?!:?\d)/giu;

/** A dash in front of a phone is no part of a number. */
const DASHED_PHONE = /(^|\s)([-–])(0[235789](?:[\s.()-]{0,2}\d){8,9})(?!:?\d)/g;

/** As old cards have them. Codes of articles have so many, too. */
const THIRTEEN_DIGITS = /(^|[^\w-])(4\d{12})(?!\d)/g;

/** Letters, digits and signs as they are typed in Japanese and Chinese. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Takes out of a text what `scrubText` does, and what the tracker has no room
 * to look for. Never throws.
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

/** By the check digit of cards (Luhn), unless that of articles (EAN-13) is right as well. */
function isCard(digits: string): boolean {
  const weighted = (weight: (digit: number, fromRight: number) => number) =>
    [...digits].reverse().reduce((sum, digit, fromRight) => sum + weight(Number(digit), fromRight), 0);
  const luhn = weighted((digit, fromRight) =>
    fromRight % 2 === 0 ? digit : Math.floor(digit / 5) + ((digit * 2) % 10),
  );
  const ean = weighted((digit, fromRight) => (fromRight % 2 === 0 ? digit : digit * 3));
  return luhn % 10 === 0 && ean % 10 !== 0;
}
