import { FormatRegistry, Type, type TSchema } from '@sinclair/typebox';
import { isUuid } from '../ids/event-id';
import { LIMITS } from '../limits';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

FormatRegistry.Set('date-time', (text) => ISO_TIME.test(text) && !Number.isNaN(Date.parse(text)));
FormatRegistry.Set('uuid', isUuid);

/** A field that may be absent or null: a shop that does not know a value may send either. */
export const Maybe = <T extends TSchema>(schema: T) => Type.Optional(Type.Union([schema, Type.Null()]));

export const Id = (description: string) =>
  Type.String({ minLength: 1, maxLength: LIMITS.maxId, description });

export const Text = (description: string) => Type.String({ maxLength: LIMITS.maxText, description });

export const Url = (description: string) => Type.String({ maxLength: LIMITS.maxUrl, description });

export const Time = (description: string) => Type.String({ format: 'date-time', description });

/** An amount in the smallest unit of its currency: đồng, cents. */
export const Money = (description: string) =>
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description });

export const Count = (description: string, minimum = 0) =>
  Type.Integer({ minimum, maximum: 2 ** 31 - 1, description });

export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code, such as VND.' });
