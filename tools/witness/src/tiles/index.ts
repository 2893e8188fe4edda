import { CARTS_BEGUN } from './carts';
import { FUNNEL } from './funnel';
import { LEDGER } from './ledger';
import { MARKETING } from './marketing';
import { OVERVIEW } from './overview';
import { PRODUCTS } from './products';
import { TIME } from './time';
import type { Tile } from './tile';

/** All that is witnessed. */
export const TILES: readonly Tile[] = [
  ...OVERVIEW,
  ...FUNNEL,
  ...CARTS_BEGUN,
  ...MARKETING,
  ...PRODUCTS,
  ...TIME,
  ...LEDGER,
];

/** Numbers of the dashboards that this program does not count again. */
export const NOT_WITNESSED: readonly string[] = [
  'Overview and every tab: sessions and orders without staff of the table staff_users, which the bucket does not know',
  'Today: its segments, and the day so far; net revenue and sessions are those of the Overview',
  'Overview: intervals, and changes against the period before (two runs with other days show both)',
  'Funnel: the breakdown by device; all of "Your own steps"',
  'Carts: breakdowns by device, age and value; the cart of each customer; the period before',
  'Marketing: credits of the six models, costs',
  'Customers: all',
  'Pages & search: all',
  'Actions: gains and their intervals; most counts that they rest on are those of the other tabs',
];
