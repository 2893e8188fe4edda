/** Time zone of the shop's days, seven hours ahead of UTC all year round. */
export const SHOP_TIME_ZONE = 'Asia/Ho_Chi_Minh';

const AHEAD_OF_UTC = 7 * 3_600_000;

/** The shop's day of a time, `YYYY-MM-DD`. Times are milliseconds since 1970. */
export function shopDay(time: number): string {
  return new Date(time + AHEAD_OF_UTC).toISOString().slice(0, 10);
}

/** The hour of the shop's clock, 0 to 23. */
export function shopHour(time: number): number {
  return new Date(time + AHEAD_OF_UTC).getUTCHours();
}

/** True on a Saturday or Sunday in the shop. */
export function isWeekend(time: number): boolean {
  return [0, 6].includes(new Date(time + AHEAD_OF_UTC).getUTCDay());
}

/** Visits by hour of a working day: a bump at lunch, the peak in the evening. */
const WORKING_DAY = [
  10, 5, 3, 2, 2, 4, 12, 26, 40, 48, 52, 62, 78, 66, 50, 48, 50, 54, 58, 78, 104, 112, 84, 42,
];

/** Visits by hour on days off: people get up late, and the afternoon is busy. */
const DAY_OFF = [22, 12, 6, 4, 3, 4, 8, 16, 32, 50, 64, 70, 66, 68, 72, 74, 72, 68, 64, 76, 96, 100, 80, 46];

/** Factors from Sunday to Saturday: quiet after the weekend, busiest on the weekend. */
const DAY_OF_WEEK = [1.18, 0.88, 0.9, 0.94, 0.98, 1.04, 1.22];

/** Traffic of the shop at a time, as a multiple of its average over a week. */
export function busyness(time: number): number {
  const hours = isWeekend(time) ? DAY_OFF : WORKING_DAY;
  const average = hours.reduce((sum, share) => sum + share, 0) / hours.length;
  const dayOfWeek = DAY_OF_WEEK[new Date(time + AHEAD_OF_UTC).getUTCDay()] ?? 1;
  return ((hours[shopHour(time)] ?? 0) / average) * dayOfWeek;
}
