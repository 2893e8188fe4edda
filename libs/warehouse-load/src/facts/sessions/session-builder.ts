import type { SESSIONS, RowOf } from '@clickstream/dw-models/tables';
import { isBefore, type FactRow } from '../input/fact-row';

/** One row of `sessions`. Times are ISO texts. */
export type SessionRow = RowOf<typeof SESSIONS.columns>;

/** The columns of an event that its session is computed from. */
export const SESSION_EVENT_COLUMNS = [
  'event_id',
  'event_timestamp',
  'sequence',
  'event_name',
  'user_id',
  'user_login_state',
  'client_id',
  'session_id',
  'is_first_visit',
  'page_path',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'channel',
  'device',
  'is_bot',
  'is_staff',
  'clock_offset_ms',
] as const satisfies readonly (keyof FactRow)[];

/** An event as its session sees it. */
export type SessionEvent = Pick<FactRow, (typeof SESSION_EVENT_COLUMNS)[number]>;

/** Login states from the weakest to the strongest. */
const STRENGTH = ['unknown', 'anonymous', 'guest', 'logged_in'];

/** One session, built from its events in any order. */
export class SessionBuilder {
  private first: SessionEvent;
  private last: SessionEvent;
  private lastOfUser: SessionEvent | undefined;
  private events = 0;
  private pageViews = 0;
  private strength = 0;
  private isFirstVisit: boolean | null = null;
  private isBot = false;
  private isStaff = false;
  private hasWrongClock = false;
  /** The entry of the session: the first page or product that it views. */
  private landing: SessionEvent | undefined;
  private firstStep: SessionEvent | undefined;
  private readonly viewed: string[] = [];
  private readonly carted: string[] = [];
  private readonly checkedOut: string[] = [];

  constructor(
    readonly sessionId: string,
    row: SessionEvent,
  ) {
    this.first = row;
    this.last = row;
    this.add(row);
  }

  add(row: SessionEvent): void {
    this.events += 1;
    if (isBefore(row, this.first)) this.first = row;
    if (isBefore(this.last, row)) this.last = row;
    if (row.user_id !== null && (!this.lastOfUser || isBefore(this.lastOfUser, row))) this.lastOfUser = row;
    if (row.is_first_visit !== null) this.isFirstVisit = row.is_first_visit || this.isFirstVisit === true;
    this.isBot ||= row.is_bot;
    this.isStaff ||= row.is_staff;
    this.hasWrongClock ||= row.clock_offset_ms !== null;
    this.strength = Math.max(this.strength, STRENGTH.indexOf(row.user_login_state ?? ''));
    this.addStep(row);
    if (isView(row) && (!this.landing || isBefore(row, this.landing))) this.landing = row;
  }

  /** True when the times of its events depend on each other and must be settled. */
  get isClockCorrected(): boolean {
    return this.hasWrongClock;
  }

  private addStep(row: SessionEvent): void {
    switch (row.event_name) {
      case 'page_view':
        this.pageViews += 1;
        return;
      case 'product_view':
        this.viewed.push(row.event_timestamp);
        return;
      case 'add_to_cart_click':
        this.carted.push(row.event_timestamp);
        break;
      case 'checkout_start':
      case 'checkout_step':
        this.checkedOut.push(row.event_timestamp);
        break;
      case 'remove_from_cart_click':
      case 'checkout_complete':
        break;
      default:
        return;
    }
    if (!this.firstStep || isBefore(row, this.firstStep)) this.firstStep = row;
  }

  /** The session according to its events so far. */
  toRow(): SessionRow {
    const { first, last, landing, firstStep } = this;
    const isResumed = firstStep !== undefined && (!landing || isBefore(firstStep, landing));
    // A session that resumes in an open page has no new source: its campaign counted when the page
    // was opened.
    const source = landing ?? (isResumed ? undefined : first);
    // A step counts from the product view on, also at the same moment.
    const viewed_at = earliest(this.viewed, '');
    return {
      session_id: this.sessionId,
      client_id: first.client_id,
      user_id: this.lastOfUser?.user_id ?? null,
      started_at: first.event_timestamp,
      ended_at: last.event_timestamp,
      started_hour: `${first.event_timestamp.slice(0, 13)}:00:00Z`,
      viewed_at,
      carted_at: earliest(this.carted, viewed_at),
      checkout_at: earliest(this.checkedOut, viewed_at),
      events: this.events,
      page_views: this.pageViews,
      is_first_visit: this.isFirstVisit,
      is_bot: this.isBot,
      is_staff: this.isStaff,
      login_state: STRENGTH[this.strength] ?? 'unknown',
      device: first.device ?? 'unknown',
      // A session that resumes after 30 idle minutes has an internal referrer; it counts as direct.
      channel: !source?.channel || source.channel === 'internal' ? 'direct' : source.channel,
      utm_source: source?.utm_source ?? null,
      utm_medium: source?.utm_medium ?? null,
      utm_campaign: source?.utm_campaign ?? null,
      utm_term: source?.utm_term ?? null,
      utm_content: source?.utm_content ?? null,
      entry_path: first.page_path,
      exit_path: last.page_path,
      is_resumed: isResumed,
      resumed_carted_at: isResumed ? earliest(this.carted, '') : null,
      resumed_checkout_at: isResumed ? earliest(this.checkedOut, '') : null,
      is_clock_corrected: this.hasWrongClock,
    };
  }
}

/** True for a view: the event that a page sends when it opens. */
const isView = ({ event_name }: SessionEvent): boolean => event_name.endsWith('_view');

/** The earliest time that is not before `from`; null when there is none, or `from` is null. */
function earliest(times: readonly string[], from: string | null): string | null {
  if (from === null) return null;
  let found: string | null = null;
  for (const time of times) if (time >= from && (found === null || time < found)) found = time;
  return found;
}
