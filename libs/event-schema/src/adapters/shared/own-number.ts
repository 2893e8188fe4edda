import { amountOf } from '../../normalize/field-values';

/**
 * A number that may be written as text; what is none stays as it is, and is reported as a fault.
 */
export const ownNumber = (value: unknown): unknown => amountOf(value) ?? value;
