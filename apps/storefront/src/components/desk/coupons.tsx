import { addCoupon, endCoupon } from '../../desk/coupon-actions';
import { formatMoney } from '../../formatting/money';
import { formatMoment } from '../../formatting/time';
import type { DeskCoupon, DeskCoupons } from '../../shop';
import { DeskForm, type DeskField } from './desk-form';
import tables from './tables.module.css';

const FIELDS: readonly DeskField[] = [
  { name: 'code', label: 'Code', maxLength: 20 },
  { name: 'percent', label: 'Per cent off', isNumber: true },
  { name: 'amount', label: 'or VND off', isNumber: true },
  { name: 'minimum', label: 'For orders from', isNumber: true },
  { name: 'first', label: 'First day', isDay: true },
  { name: 'last', label: 'Last day', isDay: true },
  { name: 'mostUses', label: 'Most orders', isNumber: true },
];

/** The form for a new coupon. Its rules stay as they are made. */
export function AddCoupon() {
  return (
    <section aria-labelledby="new-coupon" className={tables.section}>
      <h2 id="new-coupon">New coupon</h2>
      <DeskForm action={addCoupon} hidden={{}} fields={FIELDS} button="Make coupon" />
    </section>
  );
}

/** Every coupon with its rules and its uses. */
export function CouponsTable({ coupons }: Pick<DeskCoupons, 'coupons'>) {
  if (coupons.length === 0) return <p className={tables.none}>There is no coupon yet.</p>;
  return (
    <div className={tables.scroll} role="region" aria-label="Coupons" tabIndex={0}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th>Code</th>
            <th>Off</th>
            <th>Orders from</th>
            <th>Valid</th>
            <th className={tables.number}>Used</th>
            <th>End</th>
          </tr>
        </thead>
        <tbody>
          {coupons.map((coupon) => (
            <tr key={coupon.code}>
              <th scope="row">{coupon.code}</th>
              <td>{coupon.percent === null ? formatMoney(coupon.amount ?? 0) : `${coupon.percent} %`}</td>
              <td>{coupon.minimum === 0 ? 'any' : formatMoney(coupon.minimum)}</td>
              <td>{validityOf(coupon)}</td>
              <td className={tables.number}>
                {coupon.uses}
                {coupon.mostUses === null ? '' : ` of ${coupon.mostUses}`}
              </td>
              <td>
                {!isOver(coupon) && (
                  <DeskForm
                    action={endCoupon}
                    hidden={{ code: coupon.code }}
                    button="End now"
                    label={`End now: ${coupon.code}`}
                    look="quiet"
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who made and ended which. */
export function CouponChanges({ changes }: Pick<DeskCoupons, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="coupon-changes">
      <h2 id="coupon-changes">Last changes</h2>
      <ul>
        {changes.map(({ at, actor, code, what }) => (
          <li key={`${code} ${what}`}>
            {formatMoment(at, 'en')}: {what.toLowerCase()} {code}, {actor}
          </li>
        ))}
      </ul>
    </section>
  );
}

function isOver({ validTo }: DeskCoupon): boolean {
  return validTo !== null && Date.parse(validTo) <= Date.now();
}

function validityOf(coupon: DeskCoupon): string {
  if (coupon.validTo !== null && isOver(coupon)) return `ended ${formatMoment(coupon.validTo, 'en')}`;
  const from = `from ${formatMoment(coupon.validFrom, 'en')}`;
  return coupon.validTo === null ? from : `${from} until ${formatMoment(coupon.validTo, 'en')}`;
}
