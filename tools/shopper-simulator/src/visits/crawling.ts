import { CATALOGUE, CATEGORY_SLUGS } from '@clickstream/shop-models/catalogue';
import { botUserAgent } from '../shoppers/devices';
import type { Random } from '../random/random';
import { openCategory, openHome, openProduct } from './shop-pages';
import { newShopper, type Shopper } from '../shoppers/shopper';
import type { Visit } from './visit';

/** A robot that reads the shop. It stores nothing, so it is a new visitor each time. */
export function newCrawler(now: number, random: Random): Shopper {
  return { ...newShopper(now, random), userAgent: botUserAgent(random), isBot: true, accountId: null };
}

/** Opens pages at a steady pace, and neither clicks nor buys. */
export function crawl(visit: Visit): void {
  const { random } = visit;
  openHome(visit);
  for (let pages = random.whole(12, 60); pages > 0; pages -= 1) {
    visit.pause(2);
    if (random.chance(0.12)) openCategory(visit, random.pick(CATEGORY_SLUGS), random.whole(1, 2));
    else openProduct(visit, random.pick(CATALOGUE));
  }
}
