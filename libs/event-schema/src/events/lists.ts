import { Type } from '@sinclair/typebox';
import { LIMITS } from '../limits';
import { Id, Maybe, Text } from '../schemas/building-blocks';
import { ProductSchema } from '../schemas/product';
import { defineEvent } from './define-event';

export const productListView = defineEvent('product_list_view', 'A list of products was shown.', {
  list: Type.Object(
    {
      id: Maybe(Id('Id of the list.')),
      name: Text('Name of the list, such as category:laptops.'),
      items: Type.Array(ProductSchema, { maxItems: LIMITS.maxItems }),
    },
    { description: 'The list and its products.' },
  ),
});

export const productListFilter = defineEvent(
  'product_list_filter',
  'A list of products was filtered or sorted.',
  {
    filter: Type.Object(
      {
        list: Maybe(Text('Name of the list, such as category:laptops.')),
        name: Text('The property that was chosen by: brand, sort.'),
        value: Maybe(Text('The choice; null for all.')),
      },
      { description: 'The filter or the order.' },
    ),
  },
);

export const selectItem = defineEvent('select_item', 'A product was chosen in a list.', {
  product: ProductSchema,
});

/** Google's names stand next to each other in an event, so that none of it is required. */
const PromotionSchema = Type.Object(
  {
    id: Maybe(Id('Id of the promotion.')),
    name: Maybe(Text('Its name.')),
    slot: Maybe(Text('Its place, such as home:hero.')),
  },
  { description: 'A promotion: something other than a list that advertises products.' },
);

export const viewPromotion = defineEvent('view_promotion', 'A promotion was shown.', {
  promotion: Maybe(PromotionSchema),
});

export const selectPromotion = defineEvent('select_promotion', 'A promotion was clicked.', {
  promotion: Maybe(PromotionSchema),
});
