import type { MetricName } from '../rule/metrics';
import { type Sample, WEEKS, WINDOW_HOURS } from '../rule/sample';
import type { Cell, Family } from '../rule/series';
import { randomOf, type Random } from './random';

/** A fault that is planted from an hour on. */
export interface PlantedDrop {
  readonly metric: MetricName;
  /** The device, '' for all; of events, their name. */
  readonly device: string;
  readonly from: number;
  readonly until?: number;
  /** The part that is lost. */
  readonly lost: number;
}

export interface ShopOptions {
  readonly seed: number;
  readonly hours: number;
  /** Sessions of an average day. */
  readonly sessionsADay: number;
  readonly drop?: PlantedDrop;
}

const DEVICES = Object.entries({ mobile: 0.6, desktop: 0.35, tablet: 0.05 });
const CHANNELS = Object.entries({ organic: 0.6, paid: 0.4 });
const EVENTS = Object.entries({
  page_view: 4,
  product_view: 1.6,
  search: 0.3,
  add_to_cart: 0.2,
  newsletter: 0.02,
});
const STEPS = [
  ['step_view', 0.7],
  ['step_cart', 0.25],
  ['step_checkout', 0.5],
  ['step_order', 0.6],
] as const;

/** A metric of one device and channel. */
interface Named {
  readonly metric: MetricName;
  readonly subject: string;
  readonly device: string;
  readonly channel: string;
}

/** Its counts, added up from the first hour on. */
interface Counted extends Named {
  readonly values: Float64Array;
  readonly exposures: Float64Array;
  readonly squares: Float64Array;
}

/** Each hour's part of its week: evenings are busy, nights are quiet, Sundays are the best. */
function partOfWeek(hour: number): number {
  const evening = 1 + 0.9 * Math.sin(((hour % 24) - 14) * (Math.PI / 12));
  return evening * (Math.floor(hour / 24) % 7 === 6 ? 1.4 : 1);
}

/** The hours of a simulated shop, added up so that each window is a difference of two. */
export class SimulatedShop {
  private readonly counts = new Map<string, Counted>();
  private readonly random: Random;

  constructor(private readonly options: ShopOptions) {
    this.random = randomOf(options.seed);
    for (let hour = 0; hour < options.hours; hour++) this.pass(hour);
  }

  /** Everything that is known when this hour begins. */
  familiesAt(hour: number): Family[] {
    const families = new Map<string, { metric: MetricName; subject: string; cells: Cell[] }>();
    for (const counted of this.counts.values()) {
      const { metric, subject, device, channel } = counted;
      const name = metric + subject;
      const family = families.get(name) ?? { metric, subject, cells: [] };
      families.set(name, family);
      const windows = WINDOW_HOURS.map((hours) => {
        const weeks: Sample[] = [];
        for (let week = 0; week <= WEEKS; week++) weeks.push(between(counted, hour - week * 168, hours));
        return weeks;
      });
      family.cells.push({ device, channel, windows });
    }
    return [...families.values()];
  }

  private pass(hour: number): void {
    const { poisson, binomial, money } = this.random;
    const { drop, sessionsADay } = this.options;
    const mean = (sessionsADay / 24) * partOfWeek(hour);
    const isHit = drop && hour >= drop.from && hour < (drop.until ?? Infinity);
    for (const [device, ofDevice] of DEVICES) {
      const kept = (metric: MetricName) =>
        isHit && drop.metric === metric && (drop.device === device || drop.device === '') ? 1 - drop.lost : 1;
      for (const [channel, ofChannel] of CHANNELS) {
        const cell = { subject: '', device, channel };
        let left = poisson(mean * ofDevice * ofChannel * kept('sessions'));
        this.add(hour, { ...cell, metric: 'sessions' }, left);
        for (const [metric, rate] of STEPS) {
          const reached = binomial(left, rate * kept(metric));
          this.add(hour, { ...cell, metric }, reached, left);
          left = reached;
        }
        const { money: revenue, squares } = money(left);
        this.add(hour, { ...cell, metric: 'orders' }, left);
        this.add(hour, { ...cell, metric: 'revenue', subject: 'EUR' }, revenue, 1, squares);
      }
    }
    const all = { device: '', channel: '' };
    for (const [subject, rate] of EVENTS) {
      const isSilent = isHit && drop.metric === 'event' && drop.device === subject;
      this.add(hour, { ...all, metric: 'event', subject }, isSilent ? 0 : poisson(mean * rate));
    }
    const received = poisson(mean * 6);
    this.add(hour, { ...all, metric: 'rejected', subject: '' }, poisson(received * 0.002), received);
    this.add(hour, { ...all, metric: 'quarantined', subject: '' }, poisson(received * 0.0005), received);
  }

  private add(hour: number, of: Named, value: number, exposure = 1, squares = 0): void {
    const name = [of.metric, of.subject, of.device, of.channel].join();
    const empty = () => new Float64Array(this.options.hours + 1);
    const counted = this.counts.get(name) ?? { ...of, values: empty(), exposures: empty(), squares: empty() };
    this.counts.set(name, counted);
    counted.values[hour + 1] = (counted.values[hour] ?? 0) + value;
    counted.exposures[hour + 1] = (counted.exposures[hour] ?? 0) + exposure;
    counted.squares[hour + 1] = (counted.squares[hour] ?? 0) + squares;
  }
}

function between({ values, exposures, squares }: Counted, end: number, hours: number): Sample {
  const start = end - hours;
  return {
    value: (values[end] ?? 0) - (values[start] ?? 0),
    exposure: (exposures[end] ?? 0) - (exposures[start] ?? 0),
    squares: (squares[end] ?? 0) - (squares[start] ?? 0),
  };
}
