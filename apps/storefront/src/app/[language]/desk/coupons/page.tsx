import { AddCoupon, CouponChanges, CouponsTable } from '../../../../components/desk/coupons';
import { DeskPage } from '../../../../components/desk/desk-page';
import { deskMetadata, requireStaff } from '../../../../desk/staff';
import { shop } from '../../../../shop';

export const generateMetadata = () => deskMetadata('Coupons');

/** Coupons: all of them, a form for a new one, and who made which. */
export default async function DeskCouponsPage() {
  await requireStaff();
  const { coupons, changes } = await (await shop()).deskCoupons({});
  return (
    <DeskPage place="coupons" title="Coupons">
      <AddCoupon key={coupons.length} />
      <CouponsTable coupons={coupons} />
      <CouponChanges changes={changes} />
    </DeskPage>
  );
}
