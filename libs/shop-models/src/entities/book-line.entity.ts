import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the books as it was written: it never changes. */
@Entity('book_lines')
export class BookLineEntity {
  @PrimaryColumn('bigint')
  number!: string;

  @Column('date')
  day!: string;

  @Column('text')
  kind!: string;

  /** Id of the order or refund; of a close, its day. */
  @Column('text', { name: 'entry_id' })
  entryId!: string;

  @Column('text')
  line!: string;
}
