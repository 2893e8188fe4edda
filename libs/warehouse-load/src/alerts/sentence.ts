import type { NewAlert } from './rule/decide';
import { METRICS, type Metric } from './rule/metrics';

/** An alert in words: "Sessions, device mobile: 312 in 6 hours, 540 were expected (42 % fewer)". */
export function sentenceOf({
  metric: name,
  subject,
  segment,
  hours,
  observed,
  expected,
  exposure,
}: NewAlert): string {
  const metric: Metric = METRICS[name];
  const of = segment.by === '' ? '' : `, ${segment.by} ${segment.value}`;
  const what = `${metric.words}${subject === '' ? '' : ` ${subject}`}${of}`;
  const time = hours === 1 ? '1 hour' : `${hours} hours`;
  if (metric.kind === 'share') {
    const whole = `${counted(exposure)} ${metric.of} in ${time}`;
    return `${what}: ${percent(observed / exposure)} of ${whole}, ${percent(expected / exposure)} was expected`;
  }
  const fewer = `${Math.round((1 - observed / expected) * 100)} % ${metric.kind === 'sum' ? 'less' : 'fewer'}`;
  return `${what}: ${counted(observed)} in ${time}, ${counted(expected)} ${metric.kind === 'sum' ? 'was' : 'were'} expected (${fewer})`;
}

const counted = (number: number) => Math.round(number).toLocaleString('en');

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
