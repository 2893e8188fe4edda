import type { Metadata } from 'next';
import { CategoryTiles } from '../../components/home/category-tiles';
import { Hero, HERO_PROMOTION } from '../../components/home/hero';
import { Promises } from '../../components/home/promises';
import { Shelf } from '../../components/home/shelf';
import { Page } from '../../components/layout/page';
import { shop } from '../../shop';
import { TrackView } from '../../tracking/track-view';
import { toTrackedList } from '../../tracking/tracked-product';

/** The same for everybody. The parameter is there for the page cache: see cached-pages.mjs. */
export const dynamic = 'error';
export const revalidate = 300;
export const generateStaticParams = () => [];
export const metadata: Metadata = { title: { absolute: 'SBW · laptops, monitors, accessories' } };

export default async function HomePage() {
  const { categories, offers, newest } = await (await shop()).getHomePage({});
  return (
    <Page>
      <TrackView event={['home_view']} />
      <TrackView event={['product_list_view', toTrackedList('home:offers', offers)]} />
      <TrackView event={['product_list_view', toTrackedList('home:newest', newest)]} />
      <TrackView event={['view_promotion', { promotion: HERO_PROMOTION }]} />
      <Hero />
      <CategoryTiles categories={categories} />
      <Shelf title="This week’s offers" list="home:offers" products={offers} />
      <Promises />
      <Shelf title="Just in" list="home:newest" products={newest} />
    </Page>
  );
}
