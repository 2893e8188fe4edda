const SHOP_TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'long',
  timeStyle: 'short',
});

const SHOP_DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** A day by the shop's clock: `Monday 23 November`. */
export function formatDay(time: Date): string {
  return SHOP_DAY.format(time).replace(',', '');
}

/** A time (ISO 8601) by the shop's clock: `23 November 2026 at 17:05`. */
export function formatMoment(iso: string): string {
  return SHOP_TIME.format(new Date(iso));
}

const SHOP_HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'short' });

/** The time of day of a moment (ISO 8601) by the shop's clock: `17:05`. */
export function formatTime(iso: string): string {
  return SHOP_HOUR.format(new Date(iso));
}

const SHOP_DATE = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'long' });

/** The day of a moment (ISO 8601) by the shop's clock: `23 November 2026`. */
export function formatDate(iso: string): string {
  return SHOP_DATE.format(new Date(iso));
}
