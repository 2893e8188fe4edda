import type { UserLoginState } from '@clickstream/event-schema';
import { countProducts, topProducts, type ProductTally } from './product-tally';
import { factsOf, timeOf } from './session-facts';
import { SHOP_TIME_ZONE, shopDay } from '../shop/shop-days';
import { simulationStart, type SimulationOptions } from '../visits/simulate';
import { countEvent, countSession, emptyTally, type Tally } from './tally';
import type { SimulatedSession } from '../visits/visit';

/**
 * True numbers of the simulation, to be compared with the dashboards.
 * Counting rules: docs/adr/0011.
 */
export interface Truth {
  readonly seed: number;
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
  /** All traffic: people and robots. */
  readonly totals: Tally & { readonly visitors: number };
  /** The robots' part of the totals. */
  readonly bots: Tally & { readonly visitors: number };
  /**
   * Events by their login state; sessions by the strongest that they reached.
   */
  readonly byLoginState: Readonly<Record<UserLoginState, Tally>>;
  readonly byEventName: Readonly<Record<string, number>>;
  /** Every product that was seen or bought, the most viewed first. */
  readonly topProducts: readonly ProductTally[];
  /** The shop's days. Events on the day they happened; sessions on the day they began. */
  readonly perDay: readonly (Tally & { readonly day: string })[];
}

/** Counts sessions as they come; its truth covers those seen so far. */
export interface TruthLedger {
  add(session: SimulatedSession): void;
  truth(): Truth;
}

/** The truth about some sessions of a simulation. */
export function truthOf(sessions: Iterable<SimulatedSession>, options: SimulationOptions): Truth {
  const ledger = openTruthLedger(options);
  for (const session of sessions) ledger.add(session);
  return ledger.truth();
}

/** An empty ledger. */
export function openTruthLedger(options: SimulationOptions): TruthLedger {
  const all = { tally: emptyTally(), clients: new Set<string>() };
  const bots = { tally: emptyTally(), clients: new Set<string>() };
  const byLoginState = { logged_in: emptyTally(), guest: emptyTally(), anonymous: emptyTally() };
  const days = new Map<string, Tally>();
  const names = new Map<string, number>();
  const products = new Map<string, ProductTally>();

  function dayOf(time: number): Tally {
    const day = shopDay(time);
    const tally = days.get(day) ?? emptyTally();
    days.set(day, tally);
    return tally;
  }

  return {
    add(session) {
      const groups = session.isBot ? [all, bots] : [all];
      const facts = factsOf(session);
      groups.forEach(({ clients }) => clients.add(session.clientId));
      for (const tally of [
        ...groups.map((group) => group.tally),
        byLoginState[facts.loginState],
        dayOf(facts.startedAt),
      ]) {
        countSession(tally, facts);
      }
      for (const event of session.events) {
        groups.forEach(({ tally }) => countEvent(tally, event));
        countEvent(byLoginState[event.userLoginState], event);
        countEvent(dayOf(timeOf(event)), event);
        names.set(event.eventName, (names.get(event.eventName) ?? 0) + 1);
        countProducts(products, event);
      }
    },
    truth: () => ({
      seed: options.seed,
      from: simulationStart(options).toISOString(),
      until: options.until.toISOString(),
      timeZone: SHOP_TIME_ZONE,
      totals: { ...all.tally, visitors: all.clients.size },
      bots: { ...bots.tally, visitors: bots.clients.size },
      byLoginState,
      byEventName: Object.fromEntries([...names].sort()),
      topProducts: topProducts(products),
      perDay: [...days].sort().map(([day, tally]) => ({ day, ...tally })),
    }),
  };
}
