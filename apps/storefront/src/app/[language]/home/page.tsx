import type { Metadata } from 'next';
import { CategoryTiles } from '../../../components/home/category-tiles';
import { Hero, HERO_PROMOTION } from '../../../components/home/hero';
import { Promises } from '../../../components/home/promises';
import { Shelf } from '../../../components/home/shelf';
import { Page } from '../../../components/layout/page';
import { metadataOf } from '../../../language/page-metadata';
import { shownWords } from '../../../language/shown-language';
import { shop } from '../../../shop';
import { TrackView } from '../../../tracking/track-view';
import { toTrackedList } from '../../../tracking/tracked-product';

/** The same for everybody. */
export const dynamic = 'error';
export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const { frame } = await shownWords();
  const { title, description } = frame;
  return { ...(await metadataOf({ title, description, path: '/' })), title: { absolute: title } };
}

export default async function HomePage() {
  const [gateway, { browse }] = await Promise.all([shop(), shownWords()]);
  const { categories, offers, newest } = await gateway.getHomePage({});
  return (
    <Page>
      <TrackView event={['home_view']} />
      <TrackView event={['product_list_view', toTrackedList('home:offers', offers)]} />
      <TrackView event={['product_list_view', toTrackedList('home:newest', newest)]} />
      <TrackView event={['view_promotion', { promotion: HERO_PROMOTION }]} />
      <Hero />
      <CategoryTiles categories={categories} />
      <Shelf title={browse.home.offers} list="home:offers" products={offers} />
      <Promises />
      <Shelf title={browse.home.newest} list="home:newest" products={newest} />
    </Page>
  );
}
