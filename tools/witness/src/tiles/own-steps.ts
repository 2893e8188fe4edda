import { behind } from '../lake/buyers-sql';
import type { Tile } from './tile';

const PURCHASE = ['add_to_cart_click', 'checkout_start', 'checkout_complete'];
/** The steps of a funnel; a view of a product has no cart. */
const stepsOf = (unit: Mode['unit']) => (unit === 'cart' ? PURCHASE : ['product_view', ...PURCHASE]);
const named = (names: readonly string[]) => `name IN (${names.map((name) => `'${name}'`).join(', ')})`;

interface Mode {
  readonly unit: 'session' | 'visitor' | 'cart';
  readonly order: 'ordered' | 'strict' | 'any';
  readonly entry: 'every' | 'first';
  readonly minutes: number;
}

/** Whose attempt an event belongs to. A visitor is a user, told or behind the browser, or it. */
const UNITS = {
  session: 'session',
  cart: 'cart_id',
  visitor: `coalesce('user ' || coalesce(usr, known), 'browser ' || client)`,
} as const;

const TOLD = (unit: Mode['unit']) => `WITH ${behind('events', 'event_id', 'moment')}, told AS (
    SELECT ${UNITS[unit]} AS unit, name, moment,
      row_number() OVER (ORDER BY moment, coalesce(sequence, -1), event_id) AS place
    FROM events LEFT JOIN behind USING (event_id)
  )`;

const BEGUN = (names: readonly string[], entry: Mode['entry']) => `, begun AS (
    SELECT unit, moment AS began, place AS attempt, place FROM told
    WHERE unit IS NOT NULL AND ${named(names)} AND in_days(moment)
  ), step_1 AS (
    FROM begun ${entry === 'first' ? 'WHERE place IN (SELECT min(place) FROM begun GROUP BY unit)' : ''}
  )`;

/** The next step, as early as it can be. In strict order, no step further on comes before it. */
const next = (place: number, { unit, order, minutes }: Mode) => `step_${place} AS (
    SELECT unit, began, attempt, min(place) FILTER (WHERE ${named(stepsOf(unit).slice(place - 1, place))}) AS place
    FROM (
      SELECT before.unit, before.began, before.attempt, told.place, told.name
      FROM step_${place - 1} AS before JOIN told ON told.unit = before.unit AND told.place > before.place
      WHERE told.moment <= before.began + ${minutes} * 60000
        AND ${named(stepsOf(unit).slice(place - 1, order === 'strict' ? undefined : place))}
    )
    GROUP BY unit, began, attempt
    HAVING arg_min(name, place) = '${stepsOf(unit)[place - 1] ?? ''}'
  )`;

const FOLLOWED = (mode: Mode) => `${TOLD(mode.unit)}${BEGUN(stepsOf(mode.unit).slice(0, 1), mode.entry)},
  ${stepsOf(mode.unit)
    .slice(1)
    .map((_, index) => next(index + 2, mode))
    .join(', ')}
  ${stepsOf(mode.unit)
    .map((_, index) => `SELECT '${index + 1}' AS key, count(DISTINCT unit) AS number FROM step_${index + 1}`)
    .join(' UNION ALL ')}`;

/** In any order each step begins an attempt, and the n-th that is done in its time is step n. */
const COLLECTED = ({ unit, entry, minutes }: Mode) => `${TOLD(unit)}${BEGUN(stepsOf(unit), entry)},
  attempts AS (
    SELECT begun.unit, count(DISTINCT told.name) AS done
    FROM step_1 AS begun JOIN told ON told.unit = begun.unit AND told.place >= begun.place
    WHERE told.moment <= begun.began + ${minutes} * 60000 AND ${named(stepsOf(unit))}
    GROUP BY begun.unit, begun.attempt
  )
  SELECT step::VARCHAR AS key, count(DISTINCT unit) AS number
  FROM attempts, range(1, ${stepsOf(unit).length + 1}) AS steps (step) WHERE done >= step GROUP BY 1`;

const funnel = (mode: Mode): Tile => {
  const { minutes, ...own } = mode;
  const steps = stepsOf(mode.unit).map((event) => ({ event }));
  const definition = { ...own, steps, window: `${minutes} minutes`, traffic: 'all' };
  return {
    tab: 'Funnel',
    name: `your own steps: by ${mode.unit}, ${mode.order}, ${mode.entry} entry, ${minutes} minutes`,
    warehouse: `SELECT step::text AS key, units AS number FROM dash.funnel('${JSON.stringify(definition)}',
      ($1::date)::timestamp AT TIME ZONE $3, ($2::date + 1)::timestamp AT TIME ZONE $3)`,
    witness: mode.order === 'any' ? COLLECTED(mode) : FOLLOWED(mode),
  };
};

const modes = (unit: Mode['unit'], minutes: number): readonly Mode[] =>
  (['ordered', 'strict', 'any'] as const).flatMap((order) =>
    (['every', 'first'] as const).map((entry) => ({ unit, order, entry, minutes })),
  );

/** Units at each step, in all modes of the tab's builder. */
export const OWN_STEPS: readonly Tile[] = [
  ...modes('session', 10),
  ...modes('visitor', 1440),
  ...modes('cart', 1440),
].map(funnel);
