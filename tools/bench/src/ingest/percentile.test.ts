import { percentile } from './http-clients';

it.each([
  [[5, 1, 3, 2, 4], 0.5, 3],
  [[5, 1, 3, 2, 4], 0.99, 5],
  [[7], 0.99, 7],
])('of %j the part %d does not exceed %d', (values, part, limit) => {
  expect(percentile(values, part)).toBe(limit);
});
