import { Type, type TSchema } from '@sinclair/typebox';

/** 32 bytes in base64url: the key of a cart or an order, or a refresh token. */
export const key = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
export const customerId = Type.String({ minLength: 1, maxLength: 128 });
export const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
export const productId = Type.String({ minLength: 1, maxLength: 64 });
export const slug = Type.String({ minLength: 1, maxLength: 120 });
/** The email address of who is at the desk, which the caller has verified. */
export const actor = Type.String({ minLength: 1, maxLength: 254 });
export const page = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 }));
export const closed = { additionalProperties: false };

/** A customer by their verified token. */
export const customer = Type.Object(
  { customerId, email: Type.String({ maxLength: 254 }), name: Type.String({ maxLength: 200 }) },
  closed,
);

/** A value, or none. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
