import { Pages } from '../../../../components/category/pages';
import { DeskPage } from '../../../../components/desk/desk-page';
import { ReviewChanges, ReviewsToJudge } from '../../../../components/desk/reviews';
import { deskMetadata, requireStaff } from '../../../../desk/staff';
import { addressWith, pageNumber, type Query } from '../../../../formatting/query';
import { shop } from '../../../../shop';

export const generateMetadata = () => deskMetadata('Reviews');

/** Reviews, the newest first: the desk hides one with a reason. */
export default async function DeskReviewsPage({ searchParams }: { searchParams: Promise<Query> }) {
  await requireStaff();
  const list = await (await shop()).deskReviews({ page: pageNumber(await searchParams) });
  return (
    <DeskPage place="reviews" title="Reviews">
      <p>
        Hide what is advertising, insults somebody or tells personal data; a bad opinion is none of these. Its
        writer reads the reason.
      </p>
      <ReviewsToJudge reviews={list.items} />
      <Pages
        page={list.page}
        pageCount={list.pageCount}
        hrefFor={(number) => addressWith('/desk/reviews', { page: number > 1 ? number : undefined })}
      />
      <ReviewChanges changes={list.changes} />
    </DeskPage>
  );
}
