import { Type, type TLiteral, type TObject, type TProperties } from '@sinclair/typebox';
import type { EventName } from '../event-names';
import { ENVELOPE } from '../schemas/envelope';

/**
 * The single source of an event: its type, its JSON Schema, its validator and its page in the
 * tracking plan.
 */
export interface EventDefinition<N extends EventName, P extends TProperties> {
  readonly name: N;
  /** The occasion on which it is sent, for people. */
  readonly description: string;
  /** The fields in addition to the envelope. */
  readonly payload: TObject<P>;
  /** The whole event. */
  readonly schema: TObject<{ readonly eventName: TLiteral<N> } & typeof ENVELOPE & P>;
}

/**
 * Defines an event by its name, the occasion on which it is sent, and its fields in addition to the
 * envelope.
 */
export function defineEvent<const N extends EventName, P extends TProperties>(
  name: N,
  description: string,
  payload: P,
): EventDefinition<N, P> {
  return {
    name,
    description,
    payload: Type.Object(payload),
    schema: Type.Object(
      { eventName: Type.Literal(name), ...ENVELOPE, ...payload },
      { title: name, description },
    ) as unknown as EventDefinition<N, P>['schema'],
  };
}
