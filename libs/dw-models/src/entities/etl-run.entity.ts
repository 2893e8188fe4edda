import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One run of the ETL; its counts grow with every chunk it loads. */
@Entity({ name: 'etl_runs' })
export class EtlRun {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    name: 'run_id',
    primaryKeyConstraintName: 'etl_runs_pkey',
    generatedIdentity: 'ALWAYS',
  })
  runId!: number;

  @Column({ type: 'timestamptz', name: 'started_at', default: () => 'now()' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'integer', name: 'objects', default: 0 })
  objects!: number;

  @Column({ type: 'integer', name: 'loaded', default: 0 })
  loaded!: number;

  @Column({ type: 'integer', name: 'duplicates', default: 0 })
  duplicates!: number;

  @Column({ type: 'integer', name: 'quarantined', default: 0 })
  quarantined!: number;

  @Column({
    type: 'timestamptz',
    name: 'data_until',
    nullable: true,
    comment: 'The newest time of receipt that any run has loaded so far.',
  })
  dataUntil!: Date | null;

  @Column({
    type: 'text',
    name: 'swept_until',
    nullable: true,
    comment:
      'Where the next run goes on with its sweep of the bucket: after this key; empty for the beginning.',
  })
  sweptUntil!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'complete_until',
    nullable: true,
    comment: 'All that was in the bucket then is loaded: when the last run began that loaded everything.',
  })
  completeUntil!: Date | null;

  @Column({
    type: 'text',
    name: 'error',
    nullable: true,
    comment: 'The error that ended the run; NULL for one that came to its end, was killed, or is at work.',
  })
  error!: string | null;
}
