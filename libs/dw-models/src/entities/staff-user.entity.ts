import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A user whose carts and orders are the shop's own: they are flagged, not left out. */
@Entity({ name: 'staff_users' })
export class StaffUser {
  @PrimaryColumn({ type: 'text', name: 'user_id', primaryKeyConstraintName: 'staff_users_pkey' })
  userId!: string;

  @Column({ type: 'text', name: 'note', nullable: true })
  note!: string | null;
}
