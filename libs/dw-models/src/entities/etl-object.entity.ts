import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One object of the bucket that the ETL has read: lines = loaded + duplicates + quarantined + erased + rejected + expired. */
@Entity({
  name: 'etl_objects',
  comment:
    'The manifest: one row an object, written in the transaction that writes its rows. Counts add up over the contents that a key has had.',
})
@Unique('etl_objects_object_id_key', ['objectId'])
@Check(
  'etl_objects_counts_close',
  '(lines = (((((loaded + duplicates) + quarantined) + erased) + rejected) + expired))',
)
@Index('etl_objects_hour', ['hour'], { type: 'brin' })
export class EtlObject {
  @PrimaryColumn({
    type: 'text',
    name: 'object_key',
    primaryKeyConstraintName: 'etl_objects_pkey',
    collation: 'C',
  })
  objectKey!: string;

  @Column({ type: 'integer', name: 'object_id' })
  objectId!: number;

  @Column({ type: 'text', name: 'etag' })
  etag!: string;

  @Column({ type: 'bigint', name: 'size_bytes' })
  sizeBytes!: string;

  @Column({ type: 'integer', name: 'lines' })
  lines!: number;

  @Column({ type: 'integer', name: 'loaded' })
  loaded!: number;

  @Column({ type: 'integer', name: 'duplicates' })
  duplicates!: number;

  @Column({ type: 'integer', name: 'quarantined' })
  quarantined!: number;

  @Column({
    type: 'integer',
    name: 'resume_line',
    nullable: true,
    comment:
      'How many lines are loaded, while an object larger than a chunk is on its way; NULL once all are.',
  })
  resumeLine!: number | null;

  @Column({ type: 'integer', name: 'run_id' })
  runId!: number;

  @Column({ type: 'timestamptz', name: 'loaded_at', default: () => 'now()' })
  loadedAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'hour',
    comment: 'The hour of receipt that the key names (UTC); of a key without an hour, its day.',
  })
  hour!: Date;

  @Column({ type: 'integer', name: 'erased', default: 0 })
  erased!: number;

  @Column({ type: 'integer', name: 'rejected', default: 0 })
  rejected!: number;

  @Column({ type: 'integer', name: 'expired', default: 0 })
  expired!: number;
}
