import { setTimeout as sleep } from 'node:timers/promises';
import type { Charge, ChargeAnswer, OfferedCard, PaymentNotice, PaymentProvider } from './provider';
import { isSigned, sign } from './signature';

/** Cards of the test provider, each with its own way to go wrong. */
const CARDS = [
  { card: 'succeeds', title: '4242 … 4242', text: 'Succeeds at once.' },
  { card: 'declines', title: '4000 … 0002', text: 'Is declined: not enough money.' },
  { card: 'times_out', title: '4000 … 0044', text: 'Gives no answer; the payment succeeds seconds later.' },
  { card: 'answers_twice', title: '4000 … 0055', text: 'Succeeds, and the provider tells it twice more.' },
] as const satisfies readonly OfferedCard[];

/** Settings of the test provider. */
export interface TestProviderSettings {
  readonly secret: string;
  /** Sends a notice to the webhook of the shop. Default: none is sent. */
  readonly notify?: (body: string, signature: string) => Promise<void>;
  /** Milliseconds from a time-out to its notice. */
  readonly delay?: number;
}

/** The test provider, with what it has done. */
export interface TestProvider extends PaymentProvider {
  /** Amounts that it has taken, by payment: each once. */
  readonly taken: ReadonlyMap<string, number>;
  /** Amounts that it has given back, by refund: each once. */
  readonly given: ReadonlyMap<string, number>;
}

/**
 * A provider without money, for laptops and tests: succeeds, declines, times out, answers twice, by
 * the card that is chosen. It remembers until its process ends.
 */
export function testProvider({ secret, notify, delay = 8_000 }: TestProviderSettings): TestProvider {
  const answers = new Map<string, ChargeAnswer>();
  const taken = new Map<string, number>();
  const given = new Map<string, number>();
  const tell = async (notice: PaymentNotice, after: number) => {
    await sleep(after);
    const body = JSON.stringify(notice);
    await notify?.(body, sign(body, secret));
  };
  return {
    name: 'Test provider',
    cards: CARDS,
    taken,
    given,
    charge(charge) {
      const known = answers.get(charge.paymentId);
      if (known) return Promise.resolve(known);
      const answer = answerTo(charge);
      answers.set(charge.paymentId, answer);
      if (answer.outcome !== 'declined') taken.set(charge.paymentId, charge.amount);
      for (const after of noticesAfter(charge.card, delay))
        void tell({ paymentId: charge.paymentId, outcome: 'succeeded', reason: '' }, after);
      return Promise.resolve(answer);
    },
    refund({ refundId, amount }) {
      given.set(refundId, amount);
      return Promise.resolve();
    },
    readNotice: (body, signature) => (isSigned(body, signature, secret) ? noticeIn(body) : null),
  };
}

function answerTo({ card }: Charge): ChargeAnswer {
  switch (card) {
    case 'succeeds':
    case 'answers_twice':
      return { outcome: 'succeeded' };
    case 'times_out':
      return { outcome: 'pending' };
    default:
      return { outcome: 'declined', reason: 'Not enough money on the card.' };
  }
}

/** Milliseconds after which the provider tells that a charge of this card has succeeded. */
function noticesAfter(card: string, delay: number): readonly number[] {
  if (card === 'times_out') return [delay];
  return card === 'answers_twice' ? [0, delay / 4] : [];
}

function noticeIn(body: string): PaymentNotice | null {
  try {
    const { paymentId, outcome, reason } = JSON.parse(body) as Partial<PaymentNotice>;
    if (typeof paymentId !== 'string' || (outcome !== 'succeeded' && outcome !== 'declined')) return null;
    return { paymentId, outcome, reason: typeof reason === 'string' ? reason : '' };
  } catch {
    return null;
  }
}
