import { DeskPage } from '../../../components/desk/desk-page';
import tables from '../../../components/desk/tables.module.css';
import { ShopLink } from '../../../components/links/shop-link';
import { stockInWords } from '../../../components/product/availability';
import { deskMetadata, requireStaff } from '../../../desk/staff';
import { formatMoney } from '../../../formatting/money';
import { formatDay } from '../../../formatting/time';
import { shop, type DeskToday, type OrderStatus } from '../../../shop';
import { wordsIn } from '../../../words';
import styles from './page.module.css';

const { order: ORDER, product: PRODUCT } = wordsIn('en');

export const generateMetadata = () => deskMetadata('Today');

/** The day of the shop until now, and what waits for somebody. */
export default async function TodayPage() {
  await requireStaff();
  const today = await (await shop()).deskToday({});
  return (
    <DeskPage place="today" title={formatDay(new Date(), 'en')}>
      <Tiles today={today} />
      <div className={styles.columns}>
        <Waiting open={today.open} />
        <RunningLow low={today.low} />
      </div>
    </DeskPage>
  );
}

function Tiles({ today }: { today: DeskToday }) {
  const { orders, revenue, refunds, refunded } = today;
  const tiles = [
    ['Orders today', String(orders)],
    ['Revenue today', formatMoney(revenue)],
    ['Refunds today', String(refunds)],
    ['Given back today', formatMoney(refunded)],
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Orders that somebody has to do something about. */
function Waiting({ open }: Pick<DeskToday, 'open'>) {
  const statuses = Object.entries(open) as [OrderStatus, number][];
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">Waiting for you</h2>
      {statuses.length === 0 && <p className={tables.none}>No order waits.</p>}
      <ul className={tables.filter}>
        {statuses.map(([status, orders]) => (
          <li key={status}>
            <ShopLink href={`/desk/orders?status=${status}`}>
              {ORDER.statuses[status]}: {orders}
            </ShopLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RunningLow({ low }: Pick<DeskToday, 'low'>) {
  return (
    <section aria-labelledby="low">
      <h2 id="low">Running low</h2>
      {low.length === 0 && <p className={tables.none}>Every product has more than five pieces.</p>}
      <ul className={tables.list}>
        {low.map(({ id, name, pieces }) => (
          <li key={id}>
            <ShopLink href={`/desk/products#${id}`}>{name}</ShopLink> ·{' '}
            {stockInWords(pieces, PRODUCT.stock).toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  );
}
