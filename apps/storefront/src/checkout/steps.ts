import type { CheckoutProgress } from '../shop/gateway';

/** The steps of the checkout in their order. */
export const STEPS = [
  { name: 'delivery', title: 'Contact & delivery' },
  { name: 'payment', title: 'Payment' },
  { name: 'review', title: 'Review' },
] as const;

export type Step = (typeof STEPS)[number]['name'];

/** The step to show: the requested one, but never past the first incomplete one. */
export function stepToShow(asked: string | undefined, { delivery, payment }: CheckoutProgress): Step {
  const reached = delivery ? (payment ? 2 : 1) : 0;
  const wanted = STEPS.findIndex((step) => step.name === asked);
  const index = wanted === -1 ? reached : Math.min(wanted, reached);
  return STEPS[index]?.name ?? 'delivery';
}
