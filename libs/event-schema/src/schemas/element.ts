import { Type, type Static } from '@sinclair/typebox';
import { LIMITS } from '../limits';
import { Maybe, Text } from './building-blocks';

/** The element that was clicked. The content of inputs is never read. */
export const ElementSchema = Type.Object(
  {
    tag: Maybe(Text('Tag name in lower case.')),
    id: Maybe(Text('The id attribute.')),
    role: Maybe(Text('The role attribute.')),
    text: Maybe(Type.String({ maxLength: LIMITS.maxElementText, description: 'Visible text, cut.' })),
    dataset: Maybe(Type.Record(Type.String(), Type.String({ maxLength: LIMITS.maxText }))),
  },
  { description: 'The element that was clicked.' },
);

export type ElementInfo = Static<typeof ElementSchema>;
