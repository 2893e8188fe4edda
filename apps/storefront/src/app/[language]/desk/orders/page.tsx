import { Pages } from '../../../../components/category/pages';
import { DeskPage } from '../../../../components/desk/desk-page';
import { OrdersTable } from '../../../../components/desk/orders-table';
import tables from '../../../../components/desk/tables.module.css';
import { ShopLink } from '../../../../components/links/shop-link';
import { deskMetadata, requireStaff } from '../../../../desk/staff';
import { addressWith, pageNumber, parameter, type Query } from '../../../../formatting/query';
import { wordsIn } from '../../../../words';
import { ORDER_STATUSES, shop, type DeskOrders, type OrderStatus } from '../../../../shop';

export const generateMetadata = () => deskMetadata('Orders');

/** All orders, or those of one status. */
export default async function DeskOrdersPage({ searchParams }: { searchParams: Promise<Query> }) {
  await requireStaff();
  const query = await searchParams;
  const status = ORDER_STATUSES.find((one) => one === parameter(query, 'status'));
  const list = await (await shop()).deskOrders({ ...(status && { status }), page: pageNumber(query) });
  return (
    <DeskPage place="orders" title="Orders">
      <StatusFilter chosen={status} counts={list.counts} />
      {list.total === 0 ? (
        <p className={tables.none}>No orders here.</p>
      ) : (
        <OrdersTable orders={list.items} />
      )}
      <Pages
        page={list.page}
        pageCount={list.pageCount}
        hrefFor={(number) => addressWith('/desk/orders', { status, page: number > 1 ? number : undefined })}
      />
    </DeskPage>
  );
}

interface StatusFilterProps {
  readonly chosen: OrderStatus | undefined;
  readonly counts: DeskOrders['counts'];
}

function StatusFilter({ chosen, counts }: StatusFilterProps) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const present = ORDER_STATUSES.filter((status) => status === chosen || counts[status]);
  const entries = [
    { href: '/desk/orders', words: `All ${all}`, status: undefined },
    ...present.map((status) => ({
      href: addressWith('/desk/orders', { status }),
      words: `${wordsIn('en').order.statuses[status]} ${counts[status] ?? 0}`,
      status,
    })),
  ];
  return (
    <nav aria-label="Status" className={tables.filter}>
      {entries.map(({ href, words, status }) => (
        <ShopLink key={href} href={href} aria-current={status === chosen ? 'page' : undefined}>
          {words}
        </ShopLink>
      ))}
    </nav>
  );
}
