import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One visit, computed from its events. */
@Entity({ name: 'sessions' })
@Index('sessions_hour', ['startedHour'])
@Index('sessions_clock_corrected', ['sessionId'], { where: 'is_clock_corrected' })
@Index('sessions_viewer', ['clientId', 'startedAt'], { where: 'viewed_at IS NOT NULL' })
export class Session {
  @PrimaryColumn({ type: 'text', name: 'session_id', primaryKeyConstraintName: 'sessions_pkey' })
  sessionId!: string;

  @Column({ type: 'text', name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column({ type: 'text', name: 'user_id', nullable: true })
  userId!: string | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'ended_at' })
  endedAt!: Date;

  @Column({ type: 'timestamptz', name: 'started_hour' })
  startedHour!: Date;

  @Column({ type: 'timestamptz', name: 'viewed_at', nullable: true })
  viewedAt!: Date | null;

  /** Of steps at or after the product view; `dash.sessions` puts the funnel together. */
  @Column({ type: 'timestamptz', name: 'carted_at', nullable: true })
  cartedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'checkout_at', nullable: true })
  checkoutAt!: Date | null;

  @Column({ type: 'integer', name: 'events' })
  events!: number;

  @Column({ type: 'integer', name: 'page_views' })
  pageViews!: number;

  @Column({ type: 'boolean', name: 'is_first_visit', nullable: true })
  isFirstVisit!: boolean | null;

  @Column({ type: 'boolean', name: 'is_bot' })
  isBot!: boolean;

  @Column({ type: 'boolean', name: 'is_staff' })
  isStaff!: boolean;

  @Column({ type: 'text', name: 'login_state' })
  loginState!: string;

  @Column({ type: 'text', name: 'device' })
  device!: string;

  @Column({ type: 'text', name: 'channel' })
  channel!: string;

  @Column({ type: 'text', name: 'utm_source', nullable: true })
  utmSource!: string | null;

  @Column({ type: 'text', name: 'utm_medium', nullable: true })
  utmMedium!: string | null;

  @Column({ type: 'text', name: 'utm_campaign', nullable: true })
  utmCampaign!: string | null;

  @Column({ type: 'text', name: 'utm_term', nullable: true })
  utmTerm!: string | null;

  @Column({ type: 'text', name: 'utm_content', nullable: true })
  utmContent!: string | null;

  @Column({ type: 'text', name: 'entry_path', nullable: true })
  entryPath!: string | null;

  @Column({ type: 'text', name: 'exit_path', nullable: true })
  exitPath!: string | null;

  @Column({
    type: 'boolean',
    name: 'is_resumed',
    comment:
      'It begins with a step of a purchase, before it views anything: the page is that of a session before.',
  })
  isResumed!: boolean;

  /** Of a resumed session, from its beginning on; null otherwise. */
  @Column({ type: 'timestamptz', name: 'resumed_carted_at', nullable: true })
  resumedCartedAt!: Date | null;

  /** Of a resumed session, from its beginning on; null otherwise. */
  @Column({ type: 'timestamptz', name: 'resumed_checkout_at', nullable: true })
  resumedCheckoutAt!: Date | null;

  @Column({
    type: 'boolean',
    name: 'is_clock_corrected',
    comment:
      'One of its events has a clock_offset_ms. Times of the session and of its carts are then settled among its events.',
  })
  isClockCorrected!: boolean;
}
