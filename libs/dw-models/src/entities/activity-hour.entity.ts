import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Events of one hour, by name, login state, bot flag and staff flag. */
@Entity({ name: 'activity_hourly' })
export class ActivityHour {
  @PrimaryColumn({ type: 'timestamptz', name: 'hour', primaryKeyConstraintName: 'activity_hourly_pkey' })
  hour!: Date;

  @PrimaryColumn({ type: 'text', name: 'event_name', primaryKeyConstraintName: 'activity_hourly_pkey' })
  eventName!: string;

  @PrimaryColumn({ type: 'text', name: 'login_state', primaryKeyConstraintName: 'activity_hourly_pkey' })
  loginState!: string;

  @PrimaryColumn({ type: 'boolean', name: 'is_bot', primaryKeyConstraintName: 'activity_hourly_pkey' })
  isBot!: boolean;

  @PrimaryColumn({ type: 'boolean', name: 'is_staff', primaryKeyConstraintName: 'activity_hourly_pkey' })
  isStaff!: boolean;

  @Column({ type: 'integer', name: 'events' })
  events!: number;
}
