import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One run of `npm run retention`, with what it dropped. */
@Entity({
  name: 'retention_runs',
  comment: 'What was dropped because of its age. Nothing from before the latest horizon is loaded again.',
})
export class RetentionRun {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    name: 'retention_id',
    primaryKeyConstraintName: 'retention_runs_pkey',
    generatedIdentity: 'ALWAYS',
  })
  retentionId!: number;

  @Column({ type: 'date', name: 'horizon' })
  horizon!: string;

  @Column({ type: 'timestamptz', name: 'ran_at', default: () => 'now()' })
  ranAt!: Date;

  @Column({ type: 'timestamptz', name: 'facts_rebuilt_at', nullable: true })
  factsRebuiltAt!: Date | null;

  @Column({ type: 'integer', name: 'partitions' })
  partitions!: number;

  @Column({ type: 'bigint', name: 'events' })
  events!: string;

  @Column({ type: 'bigint', name: 'quarantined' })
  quarantined!: string;

  @Column({ type: 'bigint', name: 'objects' })
  objects!: string;
}
