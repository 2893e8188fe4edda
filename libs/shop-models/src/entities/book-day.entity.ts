import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A closed day of the books. */
@Entity('book_days')
export class BookDayEntity {
  @PrimaryColumn('date')
  day!: string;

  /** Orders and refunds in its file. */
  @Column('integer')
  entries!: number;

  /** The time at which its file was stored; null until then. */
  @Column('timestamptz', { name: 'stored_at', nullable: true })
  storedAt!: Date | null;
}
