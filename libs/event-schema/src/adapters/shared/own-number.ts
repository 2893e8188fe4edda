import { amountOf } from '../../normalize/field-values';

/**
 * A number that may be written as text. Anything else stays as it is, and is reported as a fault.
 */
export const ownNumber = (value: unknown): unknown => amountOf(value) ?? value;
