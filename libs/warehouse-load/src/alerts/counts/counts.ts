import type { MetricName } from '../rule/metrics';
import { WINDOW_HOURS } from '../rule/sample';
import type { Cell, Family } from '../rule/series';

/** The place of a count: its week and shortest window, and what it is of. */
interface Place {
  readonly week: number;
  readonly hours: number;
  readonly subject?: string;
  readonly device?: string;
  readonly channel?: string;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Gathers counts into the windows of each metric. */
export class Counts {
  private readonly families = new Map<string, Writable<Family> & { readonly cells: Cell[] }>();
  private readonly cells = new Map<string, { value: number; exposure: number; squares: number }[][]>();

  /** @param weeks the number of weeks before this one */
  constructor(private readonly weeks: number) {}

  /** Adds a count to the shortest window that has it, and to all longer ones. */
  add(metric: MetricName, place: Place, value: number, exposure = 0, squares = 0): void {
    const { week, hours, subject = '', device = '', channel = '' } = place;
    const windows = this.windowsOf(metric, subject, device, channel);
    for (const [index, window] of WINDOW_HOURS.entries()) {
      const sample = windows[index]?.[week];
      if (window < hours || !sample) continue;
      sample.value += value;
      sample.exposure += exposure;
      sample.squares += squares;
    }
  }

  /** Everything that was added. */
  all(): Family[] {
    return [...this.families.values()];
  }

  private windowsOf(metric: MetricName, subject: string, device: string, channel: string) {
    const cellKey = [metric, subject, device, channel].join('\n');
    const known = this.cells.get(cellKey);
    if (known) return known;
    const windows = WINDOW_HOURS.map(() =>
      Array.from({ length: this.weeks + 1 }, () => ({ value: 0, exposure: 0, squares: 0 })),
    );
    this.cells.set(cellKey, windows);
    const familyKey = [metric, subject].join('\n');
    const family = this.families.get(familyKey) ?? { metric, subject, cells: [] };
    this.families.set(familyKey, family);
    family.cells.push({ device, channel, windows });
    return windows;
  }
}
