import { Type } from '@sinclair/typebox';
import { LIMITS } from '../limits';
import { Count, Id, Maybe, Text } from '../schemas/building-blocks';
import { ElementSchema } from '../schemas/element';
import { ProductSchema } from '../schemas/product';
import { defineEvent } from './define-event';

export const pageView = defineEvent('page_view', 'A page was shown, also after a change of route.', {});

export const click = defineEvent('click', 'A link, a button or a marked element was clicked.', {
  element: ElementSchema,
});

export const homeView = defineEvent('home_view', 'The home page was shown.', {});

export const categoryView = defineEvent('category_view', 'A category page was shown.', {
  category: Text('Category slug.'),
});

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

export const search = defineEvent('search', 'A search was made and its results were shown.', {
  search: Type.Object(
    {
      term: Text('The search term.'),
      results: Maybe(Count('Number of products found.')),
    },
    { description: 'The search.' },
  ),
});
