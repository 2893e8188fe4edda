import { Type, type Static } from '@sinclair/typebox';
import { Count, Id, Maybe, Money, Text, Url } from './building-blocks';

/** A product as the shopper saw it, with the price of that moment. */
export const ProductSchema = Type.Object(
  {
    id: Id("The shop's product id."),
    name: Maybe(Text('Name as shown.')),
    variant: Maybe(Text('The options of this version, such as 32 GB, Silver.')),
    category: Maybe(Text('Category slug, such as laptops.')),
    brand: Maybe(Text('Brand name.')),
    price: Maybe(Money("List price, in the currency's smallest unit.")),
    discountPrice: Maybe(Money('Price after discount; null without one.')),
    urlPath: Maybe(Url('Path of the product page.')),
    quantity: Maybe(Count('Pieces, in a cart or an order.', 1)),
    listName: Maybe(Text('The list in which the product was shown.')),
    position: Maybe(Count('Position in that list, from 1.')),
  },
  { description: 'A product as the shopper saw it.' },
);

export type Product = Static<typeof ProductSchema>;
