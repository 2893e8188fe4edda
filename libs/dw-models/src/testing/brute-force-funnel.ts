import type { Bounds, Funnel, JourneyEvent, Outcome, Step } from './funnel-question';

/** Places in the list of events, one for each step that is done. */
type Chain = readonly number[];

/** Outcome of a journey by trying every chain of events; null where it never enters. */
export function outcomeOf(funnel: Funnel, journey: readonly JourneyEvent[], bounds: Bounds): Outcome | null {
  const { steps, window } = funnel;
  const names = new Set([...steps.map(({ event }) => event), ...funnel.watch]);
  const events = journey.filter(
    ({ at, name }) => names.has(name) && at >= bounds.since && at < bounds.until + window,
  );
  const is = (event: JourneyEvent, step: Step): boolean =>
    event.name === step.event && (step.product === undefined || event.product === step.product);
  const begins = funnel.order === 'any' ? steps : steps.slice(0, 1);
  const entries = [...events.keys()].filter((place) => {
    const event = events[place] as JourneyEvent;
    return event.at < bounds.until && begins.some((step) => is(event, step));
  });
  const counted = funnel.entry === 'first' ? entries.slice(0, 1) : entries;
  const chains =
    funnel.order === 'any'
      ? counted.flatMap((entry) => unorderedChains(funnel, events, entry, is))
      : counted.flatMap((entry) => chainsFrom(funnel, events, [entry], is));
  const best = chains.sort(isBetter)[0];
  if (!best) return null;
  const at = (place: number | undefined): number => events[place ?? -1]?.at ?? NaN;
  const isOpen = (chain: Chain): boolean => {
    const next = steps[chain.length];
    if (!next || at(chain[0]) + window < bounds.now) return false;
    if (next.within !== undefined && at(chain.at(-1)) + next.within < bounds.now) return false;
    return (
      funnel.order === 'any' || !isBroken(funnel, events.slice((chain.at(-1) ?? 0) + 1), chain.length, is)
    );
  };
  return {
    times: best.map(at),
    isPending: best.length < steps.length && chains.some(isOpen),
  };
}

type Is = (event: JourneyEvent, step: Step) => boolean;

/** The chain itself, and every longer one that begins like it. */
function chainsFrom(funnel: Funnel, events: readonly JourneyEvent[], chain: Chain, is: Is): Chain[] {
  const step = funnel.steps[chain.length];
  const first = events[chain[0] ?? -1];
  const lastPlace = chain.at(-1) ?? -1;
  const last = events[lastPlace];
  if (!step || !first || !last) return [chain];
  const longer = events.flatMap((event, place) => {
    const comes = funnel.once ? place > lastPlace : place >= lastPlace;
    if (!comes || !is(event, step) || (funnel.increase && event.at <= last.at)) return [];
    if (event.at > first.at + funnel.window || event.at > last.at + (step.within ?? Infinity)) return [];
    if (isBroken(funnel, events.slice(lastPlace + 1, place), chain.length, is)) return [];
    return chainsFrom(funnel, events, [...chain, place], is);
  });
  return [chain, ...longer];
}

/** Tests if one of the events may not come between a step and the next; `done` steps are done. */
function isBroken(
  { steps, order, deduplication }: Funnel,
  between: readonly JourneyEvent[],
  done: number,
  is: Is,
) {
  const isOneOf = (event: JourneyEvent, from: number): boolean =>
    steps.slice(from, done + 1).some((step) => is(event, step));
  return between.some(
    (event) => (order === 'strict' && !isOneOf(event, 0)) || (deduplication && isOneOf(event, 1)),
  );
}

/** Chains in any order from one entry: first times of the steps, up to every possible end. */
function unorderedChains(
  { steps, window }: Funnel,
  events: readonly JourneyEvent[],
  entry: number,
  is: Is,
): Chain[] {
  const end = (events[entry]?.at ?? NaN) + window;
  const places = [...events.keys()].slice(entry).filter((place) => (events[place]?.at ?? NaN) <= end);
  return places.map((last) =>
    steps
      .flatMap((step) =>
        places.filter((place) => place <= last && is(events[place] as JourneyEvent, step)).slice(0, 1),
      )
      .sort((one, other) => one - other),
  );
}

/** Orders chains: the longest; first to end; last to begin; early in each step. */
function isBetter(one: Chain, other: Chain): number {
  const rank = (chain: Chain): number[] => [
    -chain.length,
    chain.at(-1) ?? 0,
    -(chain[0] ?? 0),
    ...chain.slice(1),
  ];
  const others = rank(other);
  const differing = rank(one).findIndex((value, index) => value !== others[index]);
  return differing === -1 ? 0 : (rank(one)[differing] ?? 0) - (others[differing] ?? 0);
}
