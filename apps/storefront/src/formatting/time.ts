import type { Language } from '../words/languages';

/** Dates as a language writes them, by the shop's clock. */
const LOCALES: Record<Language, string> = { en: 'en-GB', vi: 'vi-VN' };

const known = new Map<string, Intl.DateTimeFormat>();

/** A format of the shop's clock; each is made once. */
function formatIn(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const format =
    known.get(key) ??
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'Asia/Ho_Chi_Minh', ...options });
  known.set(key, format);
  return format;
}

/** A day: `Monday 23 November`, `Thứ Hai, 23 tháng 11`. */
export function formatDay(time: Date, language: Language): string {
  const day = formatIn(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(time);
  return language === 'en' ? day.replace(',', '') : day;
}

/** A time (ISO 8601): `23 November 2026 at 17:05`, `lúc 17:05 23 tháng 11, 2026`. */
export function formatMoment(iso: string, language: Language): string {
  return formatIn(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}

/** The time of day of a moment (ISO 8601): `17:05`. */
export function formatTime(iso: string, language: Language): string {
  return formatIn(language, { timeStyle: 'short' }).format(new Date(iso));
}

/** The day of a moment (ISO 8601): `23 November 2026`, `23 tháng 11, 2026`. */
export function formatDate(iso: string, language: Language): string {
  return formatIn(language, { dateStyle: 'long' }).format(new Date(iso));
}
