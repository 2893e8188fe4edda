import { BOOKS } from './books';
import { CARTS_BEGUN } from './carts';
import { CREDITS } from './credits';
import { CUSTOMERS } from './customers';
import { FUNNEL } from './funnel';
import { LEDGER } from './ledger';
import { MARKETING } from './marketing';
import { OVERVIEW } from './overview';
import { PAGES } from './pages';
import { PATHS } from './paths';
import { PRODUCTS } from './products';
import { SEARCHES } from './searches';
import { TIME } from './time';
import { TOGETHER } from './together';
import type { Tile } from './tile';

/** All that is witnessed. */
export const TILES: readonly Tile[] = [
  ...OVERVIEW,
  ...FUNNEL,
  ...CARTS_BEGUN,
  ...MARKETING,
  ...CREDITS,
  ...PRODUCTS,
  ...TOGETHER,
  ...CUSTOMERS,
  ...PAGES,
  ...PATHS,
  ...SEARCHES,
  ...TIME,
  ...BOOKS,
  ...LEDGER,
];

/** Numbers of the dashboards that this program does not count again. */
export const NOT_WITNESSED: readonly string[] = [
  'Overview and every tab: sessions and orders without staff of the table staff_users, which the bucket does not know',
  'Today: its parts by device and category, and the day so far; the others are those of Overview and Marketing',
  'Overview: intervals, and changes against the period before (two runs with other days show both)',
  'Funnel: the breakdown by device; all of "Your own steps"',
  'Carts: breakdowns by device, age and value; the cart of each customer; the period before',
  'Marketing: costs, and intervals',
  'Products: how often a pair meets by chance',
  'Customers: who had 60 days to order again, the median time',
  'Books: reasons of what is missing or extra, coverage; the witness also compares days older than what the warehouse keeps',
  'Actions: gains and their intervals; most counts that they rest on are those of the other tabs',
];
