/** A session, as far as attribution needs it. Times are in seconds. */
export interface Session {
  readonly id: string;
  readonly client: string;
  readonly user: string | null;
  readonly at: number;
  readonly channel: string;
  readonly isBot: boolean;
}

/** An order, with the session in which it was placed, which may be unknown. */
export interface Order {
  readonly id: string;
  readonly client: string | null;
  readonly session: string | null;
  readonly user: string | null;
  readonly at: number;
  readonly net: number;
}

/** Share of one session in an order, by one model. */
export interface Credit {
  readonly session: string | null;
  readonly channel: string;
  readonly share: number;
}

const DAY = 86_400;

/** Sessions that led to an order, oldest first, on browsers that were never shared by two users. */
export function touchesOf(order: Order, sessions: readonly Session[]): Session[] {
  const signedIn = (client: string | null) =>
    sessions.filter((session) => session.client === client && session.user !== null);
  const here = signedIn(order.client);
  // It is unknown who uses a browser after its user has signed in for the last time.
  const buyer = order.user ?? (here.some(({ at }) => at >= order.at) ? (here[0]?.user ?? null) : null);
  const isOfBuyer = ({ client }: Session): boolean =>
    client === order.client || (buyer !== null && signedIn(client).some(({ user }) => user === buyer));
  return sessions
    .filter(
      (session) =>
        session.id === order.session ||
        (isOfBuyer(session) && !session.isBot && session.at < order.at && session.at >= order.at - 30 * DAY),
    )
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** Credits of the sessions of an order by one model: docs/attribution-models.md. */
export function creditsOf(model: string, order: Order, touches: readonly Session[]): Credit[] {
  if (touches.length === 0) return [{ session: null, channel: 'unknown', share: 1 }];
  const last = touches.length - 1;
  const known = touches.findLastIndex(({ channel }) => channel !== 'direct');
  const weightOf = (session: Session, index: number): number => {
    if (model === 'first') return index === 0 ? 1 : 0;
    if (model === 'last') return index === last ? 1 : 0;
    if (model === 'last_non_direct') return index === (known === -1 ? last : known) ? 1 : 0;
    if (model === 'linear') return 1;
    if (model === 'time_decay') return 2 ** (-Math.max(order.at - session.at, 0) / (7 * DAY));
    if (last < 2) return 1;
    return index === 0 || index === last ? 40 : 20 / (last - 1);
  };
  const weights = touches.map(weightOf);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return touches.flatMap(({ id, channel }, index) => {
    const share = (weights[index] ?? 0) / total;
    return share > 0 ? [{ session: id, channel, share }] : [];
  });
}
