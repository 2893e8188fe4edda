import { PictureSchema } from '@clickstream/product-pictures/picture';
import { Type, type Static } from '@sinclair/typebox';
import { CATEGORY_SLUGS } from './categories';

const Text = Type.String({ minLength: 1 });
const WholeVnd = Type.Integer({ minimum: 1 });

const CategorySlugSchema = Type.Union(CATEGORY_SLUGS.map((slug) => Type.Literal(slug)));

/**
 * One product as the shop sells it. Money is whole VND and includes value added tax. Tests validate
 * the catalogue against this schema, so that neither the shop nor its migration contains a
 * validator.
 */
export const CatalogueProductSchema = Type.Object(
  {
    id: Text,
    slug: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
    name: Text,
    category: CategorySlugSchema,
    kind: Type.String({ minLength: 1, description: 'Type of product, for example "Mechanical keyboard".' }),
    brand: Text,
    price: WholeVnd,
    discountPrice: Type.Union([WholeVnd, Type.Null()], {
      description: 'Price asked today, below `price`; null without an offer.',
    }),
    tagline: Type.String({ minLength: 1, description: 'The two or three deciding facts, for a list.' }),
    description: Text,
    specs: Type.Array(Type.Tuple([Text, Text]), { description: 'Label and value, in display order.' }),
    releasedOn: Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'First day in the shop.',
    }),
    keywords: Type.String({
      minLength: 1,
      description: 'Other search words, mainly Vietnamese.',
    }),
    picture: PictureSchema,
    pieces: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Stock of a new shop, where it is not plenty.' }),
    ),
  },
  { additionalProperties: false },
);

export type CatalogueProduct = Static<typeof CatalogueProductSchema>;
