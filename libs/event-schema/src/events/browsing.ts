import { Type } from '@sinclair/typebox';
import { LIMITS } from '../limits';
import { Count, Maybe, Text } from '../schemas/building-blocks';
import { ElementSchema } from '../schemas/element';
import { defineEvent } from './define-event';

export const pageView = defineEvent('page_view', 'A page was shown, also after a change of route.', {});

export const click = defineEvent('click', 'A link, a button or a marked element was clicked.', {
  element: ElementSchema,
});

export const homeView = defineEvent('home_view', 'The home page was shown.', {});

export const categoryView = defineEvent('category_view', 'A category page was shown.', {
  category: Text('Category slug.'),
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

export const formError = defineEvent('form_error', 'A form was refused, with its reasons shown.', {
  form: Type.Object(
    {
      name: Text('Name of the form, such as delivery.'),
      fields: Maybe(
        Type.Array(Text('Name of a field, never what was typed.'), { maxItems: LIMITS.maxItems }),
      ),
    },
    { description: 'The form, and its fields with a fault; none where the whole was refused.' },
  ),
});
