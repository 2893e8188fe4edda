import { TypeCompiler, type TypeCheck, type ValueError } from '@sinclair/typebox/compiler';
import type { TSchema } from '@sinclair/typebox';
import { CUSTOM_EVENT_NAME } from './event-names';
import { CustomEventSchema, EVENTS, type ClickstreamEvent } from './events';

/** The outcome of {@link validateEvent}. */
export type Validation =
  { readonly ok: true; readonly event: ClickstreamEvent } | { readonly ok: false; readonly reason: string };

/** Compiled for the first event of their name, so that a cold start compiles only what it needs. */
const checks = new Map<string, TypeCheck<TSchema>>();

/**
 * Checks a value against the contract. Fields that the contract does not know are not faults.
 *
 * @returns the same value with its type, or the first fault as one line:
 *   field, then what it should be
 */
export function validateEvent(value: unknown): Validation {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: 'an event must be a JSON object' };
  }
  const { eventName } = value as { eventName?: unknown };
  if (typeof eventName !== 'string') return { ok: false, reason: 'eventName: must be text' };
  if (!CUSTOM_EVENT_NAME.test(eventName)) {
    return { ok: false, reason: `eventName: must match ${CUSTOM_EVENT_NAME.source}` };
  }
  const check = checkFor(eventName);
  if (check.Check(value)) return { ok: true, event: value as ClickstreamEvent };
  return { ok: false, reason: reasonOf(check.Errors(value).First()) };
}

/** All faults of an event by the contract, each as one line: field, then the expectation. */
export function* faultsOf(event: { readonly eventName?: unknown }): Generator<string> {
  const { eventName } = event;
  if (typeof eventName !== 'string') return;
  for (const error of checkFor(eventName).Errors(event)) yield reasonOf(error);
}

function checkFor(eventName: string): TypeCheck<TSchema> {
  const known = Object.hasOwn(EVENTS, eventName);
  const key = known ? eventName : '';
  let check = checks.get(key);
  if (check === undefined) {
    const schema: TSchema = known ? EVENTS[eventName as keyof typeof EVENTS].schema : CustomEventSchema;
    check = TypeCompiler.Compile(schema);
    checks.set(key, check);
  }
  return check;
}

function reasonOf(error: ValueError | undefined): string {
  if (error === undefined) return 'the event does not fit the contract';
  const field = error.path.slice(1).replaceAll('/', '.');
  return `${field}: ${expectation(error)}`;
}

/** For a fault inside "this or null", the part that is not null describes it. */
function expectation(error: ValueError): string {
  const inner = error.errors[0]?.First();
  if (inner !== undefined && error.schema['anyOf'] !== undefined) {
    const fault =
      inner.path === error.path ? '' : `${inner.path.slice(error.path.length + 1).replaceAll('/', '.')}: `;
    return fault + expectation(inner);
  }
  if (error.value === undefined) return 'is missing';
  return error.message.charAt(0).toLowerCase() + error.message.slice(1);
}
