import { Pages } from '../../../../components/category/pages';
import { DeskPage } from '../../../../components/desk/desk-page';
import tables from '../../../../components/desk/tables.module.css';
import { ShopLink } from '../../../../components/links/shop-link';
import { deskMetadata, requireStaff } from '../../../../desk/staff';
import { addressWith, pageNumber, type Query } from '../../../../formatting/query';
import { formatMoment } from '../../../../formatting/time';
import { shop } from '../../../../shop';
import styles from './page.module.css';

export const generateMetadata = () => deskMetadata('Mail');

/** Mail to customers as it was written, the newest first. */
export default async function DeskMailPage({ searchParams }: { searchParams: Promise<Query> }) {
  await requireStaff();
  const list = await (await shop()).deskMails({ page: pageNumber(await searchParams) });
  return (
    <DeskPage place="mail" title="Mail">
      <p>
        The shop writes these mails with each order. No mail service is connected: nobody has received them.
      </p>
      {list.total === 0 && <p className={tables.none}>No mail was written yet.</p>}
      <ul className={styles.mails}>
        {list.items.map(({ id, at, orderId, recipient, subject, body }) => (
          <li key={id}>
            <details>
              <summary>
                {subject} <span>{recipient}</span>
              </summary>
              <p>
                {formatMoment(at, 'en')}
                {orderId && (
                  <>
                    {' '}
                    · <ShopLink href={`/desk/orders/${orderId}`}>{orderId}</ShopLink>
                  </>
                )}
              </p>
              <pre>{body}</pre>
            </details>
          </li>
        ))}
      </ul>
      <Pages
        page={list.page}
        pageCount={list.pageCount}
        hrefFor={(number) => addressWith('/desk/mail', { page: number > 1 ? number : undefined })}
      />
    </DeskPage>
  );
}
