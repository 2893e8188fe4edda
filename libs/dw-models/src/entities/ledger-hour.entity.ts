import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the events of one hour of receipt are now; counts are bigint, which the driver gives as text. */
@Entity({
  name: 'ledger_hourly',
  comment:
    'Where the events of an hour of receipt are now, each in one place: received = stored + rejected; stored = ' +
    'loaded + duplicates + quarantined + erased + expired; loaded = rows in clickstream_events. ' +
    'Written in the transactions that change what it counts.',
})
@Check(
  'ledger_hourly_stored_closes',
  '(stored = ((((loaded + duplicates) + quarantined) + erased) + expired))',
)
export class LedgerHour {
  @PrimaryColumn({ type: 'timestamptz', name: 'hour', primaryKeyConstraintName: 'ledger_hourly_pkey' })
  hour!: Date;

  @Column({ type: 'bigint', name: 'received', default: 0 })
  received!: string;

  @Column({ type: 'bigint', name: 'rejected', default: 0 })
  rejected!: string;

  @Column({ type: 'bigint', name: 'stored', default: 0 })
  stored!: string;

  @Column({ type: 'bigint', name: 'loaded', default: 0 })
  loaded!: string;

  @Column({ type: 'bigint', name: 'duplicates', default: 0 })
  duplicates!: string;

  @Column({ type: 'bigint', name: 'quarantined', default: 0 })
  quarantined!: string;

  @Column({
    type: 'bigint',
    name: 'replayed',
    default: 0,
    comment:
      'How many quarantined events a replay has read after all: they count as loaded or duplicates since.',
  })
  replayed!: string;

  @Column({ type: 'bigint', name: 'erased', default: 0 })
  erased!: string;

  @Column({ type: 'bigint', name: 'expired', default: 0 })
  expired!: string;

  @Column({
    type: 'bigint',
    name: 'lost_in_browser',
    default: 0,
    comment: 'Events that browsers say they had to drop, by the hour in which that report was received.',
  })
  lostInBrowser!: string;
}
