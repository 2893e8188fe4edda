import { notFound } from 'next/navigation';
import { OrderSummary } from '../../../../../components/checkout/order-summary';
import { Review } from '../../../../../components/checkout/review';
import { ChangesTable } from '../../../../../components/desk/changes-table';
import { DeskPage } from '../../../../../components/desk/desk-page';
import { OrderActions } from '../../../../../components/desk/order-actions';
import { StatusBadge } from '../../../../../components/orders/status-badge';
import { deskMetadata, requireStaff } from '../../../../../desk/staff';
import { formatMoment } from '../../../../../formatting/time';
import { shop } from '../../../../../shop';
import { wordsIn } from '../../../../../words';
import styles from './page.module.css';

export const generateMetadata = () => deskMetadata('Order');

/** One order with everything that was done to it, and what can be done next. */
export default async function DeskOrderPage({ params }: { params: Promise<{ id: string }> }) {
  await requireStaff();
  const { id } = await params;
  const order = await (await shop()).deskOrder({ orderId: id.slice(0, 40) });
  if (!order) notFound();
  return (
    <DeskPage place="orders" title={`Order ${order.orderId}`}>
      <p className={styles.state}>
        <StatusBadge status={order.status} /> Placed on {formatMoment(order.placedAt, 'en')}
      </p>
      <div className={styles.order}>
        <div>
          <OrderActions order={order} />
          <ChangesTable changes={order.changes} />
          <Review details={order.details} />
        </div>
        <OrderSummary
          items={order.items}
          totals={order}
          coupon={order.coupon}
          refunded={order.refunded}
          words={wordsIn('en').checkout.sums}
        />
      </div>
    </DeskPage>
  );
}
