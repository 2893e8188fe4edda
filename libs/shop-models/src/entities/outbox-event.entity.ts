import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that waits until ingest has it. Once delivered, its row is gone. */
@Entity('outbox_events')
export class OutboxEventEntity {
  /** The id of the event: the same fact, told again, is the same row. */
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('jsonb')
  event!: Record<string, unknown>;

  /** The browser that placed the order, as it names itself; null where there was none. */
  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt!: Date;

  /** No delivery begins before. */
  @Column('timestamptz', { name: 'next_at', default: () => 'now()' })
  nextAt!: Date;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** The reason why ingest refused it: it waits for a person. Null while it is to be sent. */
  @Column('text', { nullable: true })
  refused!: string | null;
}
