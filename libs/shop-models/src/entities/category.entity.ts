import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CategorySlug } from '../catalogue';

/** A department of the shop. */
@Entity('categories')
export class CategoryEntity {
  @PrimaryColumn('text')
  slug!: CategorySlug;

  @Column('text')
  name!: string;

  @Column('text')
  tagline!: string;

  /** Its place in the menu. */
  @Column('integer')
  position!: number;
}
