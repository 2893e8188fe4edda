import { BANDS } from './bands';
import { BOOKS } from './books';
import { CARTS_BEGUN } from './carts';
import { CREDITS } from './credits';
import { CUSTOMERS } from './customers';
import { DEVICES } from './devices';
import { FUNNEL } from './funnel';
import { LEDGER } from './ledger';
import { LISTS } from './pages/lists';
import { MARKETING } from './marketing';
import { OWN_STEPS } from './own-steps';
import { OVERVIEW } from './overview';
import { PAGES } from './pages/pages';
import { PATHS } from './pages/paths';
import { PRODUCTS } from './products';
import { SEARCHES } from './pages/searches';
import { TIME } from './time';
import { TODAY } from './today';
import { TOGETHER } from './together';
import type { Tile } from './tile';

/** All that is witnessed. */
export const TILES: readonly Tile[] = [
  ...TODAY,
  ...OVERVIEW,
  ...FUNNEL,
  ...DEVICES,
  ...OWN_STEPS,
  ...CARTS_BEGUN,
  ...MARKETING,
  ...CREDITS,
  ...PRODUCTS,
  ...TOGETHER,
  ...BANDS,
  ...CUSTOMERS,
  ...PAGES,
  ...PATHS,
  ...SEARCHES,
  ...LISTS,
  ...TIME,
  ...BOOKS,
  ...LEDGER,
];

/** Numbers of the dashboards that this program does not count again. */
export const NOT_WITNESSED: readonly string[] = [
  'Overview and every tab: sessions and orders without staff of the table staff_users, which the bucket does not know',
  'Today: sums of squares and limits; its counts by channel and campaign are those of Marketing',
  'Overview: intervals, and changes against the period before (two runs with other days show both)',
  'Funnel, "Your own steps": steps with conditions, times between steps, revenue, and who is still in time',
  'Carts: the cart of each customer; the period before',
  'Marketing: costs, and intervals',
  'Products: how often a pair meets by chance, intervals of prices and discounts, discounts that sell nothing more',
  'Books: reasons of what is missing or extra, coverage; the witness also compares days older than what the warehouse keeps',
  'Actions: gains and their intervals; most counts that they rest on are those of the other tabs',
];
