import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Events of one hour of receipt that were put right, by sender and fault. */
@Entity({
  name: 'sender_faults',
  comment:
    'Events of an hour of receipt that were put right, by sender and fault. An event with two faults is in two rows.',
})
export class SenderFault {
  @PrimaryColumn({ type: 'timestamptz', name: 'hour', primaryKeyConstraintName: 'sender_faults_pkey' })
  hour!: Date;

  /** The convention that the events are in; `clickstream` is our own. */
  @PrimaryColumn({ type: 'text', name: 'sender', primaryKeyConstraintName: 'sender_faults_pkey' })
  sender!: string;

  /** As `field: fault`. */
  @PrimaryColumn({ type: 'text', name: 'fault', primaryKeyConstraintName: 'sender_faults_pkey' })
  fault!: string;

  @Column({ type: 'integer', name: 'events' })
  events!: number;
}
