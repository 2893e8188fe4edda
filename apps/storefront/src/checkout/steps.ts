import type { CheckoutProgress } from '../shop/gateway';

/** The steps of the checkout in their order. */
export const STEPS = ['delivery', 'payment', 'review'] as const;

export type Step = (typeof STEPS)[number];

/** The step to show: the requested one, but never past the first incomplete one. */
export function stepToShow(asked: string | undefined, { delivery, payment }: CheckoutProgress): Step {
  const reached = delivery ? (payment ? 2 : 1) : 0;
  const wanted = STEPS.findIndex((step) => step === asked);
  const index = wanted === -1 ? reached : Math.min(wanted, reached);
  return STEPS[index] ?? 'delivery';
}
