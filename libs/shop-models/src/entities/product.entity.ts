import { Column, Entity, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { CategorySlug, Picture } from '../catalogue';
import { money } from './money-column';
import { StockEntity } from './stock.entity';

/** A product as the shop sells it today. */
@Entity('products')
export class ProductEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'category_slug' })
  category!: CategorySlug;

  @Column('text')
  kind!: string;

  @Column('text')
  brand!: string;

  @Column(money('price'))
  price!: number;

  @Column(money('discount_price', { nullable: true }))
  discountPrice!: number | null;

  @Column('text')
  tagline!: string;

  @Column('text')
  description!: string;

  @Column('jsonb')
  specs!: [label: string, value: string][];

  @Column('date', { name: 'released_on' })
  releasedOn!: string;

  @Column('jsonb')
  picture!: Picture;

  /** The id of the product that stands for its family in lists; null for one without a family. */
  @Column('text', { nullable: true })
  family!: string | null;

  /** The options in which it differs from others of its family, in their order. */
  @Column('jsonb', { default: [] })
  options!: [label: string, value: string][];

  /** Its position in the recommended order, which a family shares. */
  @Column('integer')
  position!: number;

  /** Name, brand, kind and keywords as `foldForSearch` writes them. */
  @Column('text', { name: 'search_text', select: false })
  searchText!: string;

  /**
   * Apart from the product, so that a sale does not write the product's text and specifications
   * again, and search does not take it for a change of the catalogue.
   */
  @OneToOne(() => StockEntity, (stock) => stock.product)
  stock?: Relation<StockEntity> | null;
}
