import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ReviewEntity } from './review.entity';

/** One decision of the desk about a review. It never changes. */
@Entity('review_changes')
export class ReviewChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { name: 'review_id' })
  reviewId!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;

  /** The email address of who decided. */
  @Column('text')
  actor!: string;

  @Column('text')
  what!: 'hidden' | 'shown';

  @Column('text')
  reason!: string;

  @ManyToOne(() => ReviewEntity)
  @JoinColumn({ name: 'review_id' })
  review!: Relation<ReviewEntity>;
}
