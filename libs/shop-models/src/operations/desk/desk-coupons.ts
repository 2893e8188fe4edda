import type { DataSource } from 'typeorm';
import { couponCode } from '../../checkout/coupon';
import type { DeskCoupon, DeskCoupons } from '../../contract/desk-contract';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ShopError } from '../../contract/shop-error';
import { CouponChangeEntity, CouponEntity } from '../../entities';

const CHANGES_SHOWN = 50;

/** Every coupon, the newest first, and the last changes. */
export async function deskCoupons({ manager }: Pick<DataSource, 'manager'>): Promise<DeskCoupons> {
  const [rows, changes] = await Promise.all([
    manager.find(CouponEntity, { order: { validFrom: 'DESC', code: 'ASC' } }),
    manager.find(CouponChangeEntity, { order: { id: 'DESC' }, take: CHANGES_SHOWN }),
  ]);
  return {
    coupons: rows.map(toDeskCoupon),
    changes: changes.map(({ changedAt, actor, code, what }) => ({
      at: changedAt.toISOString(),
      actor,
      code,
      what,
    })),
  };
}

/**
 * Makes a coupon. It keeps its rules: another offer is another code.
 *
 * @throws ShopError `bad_input` for a code that is taken, or rules that make no coupon
 */
export async function deskAddCoupon(
  dataSource: DataSource,
  { actor, ...given }: OperationInputs['deskAddCoupon'],
): Promise<DeskCoupons> {
  const code = couponCode(given.code);
  if (!/^[A-Z0-9-]{3,20}$/.test(code))
    throw new ShopError('bad_input', 'A code has 3 to 20 letters, digits and hyphens.');
  if ((given.percent === null) === (given.amount === null))
    throw new ShopError('bad_input', 'A coupon takes off per cent or an amount: enter one of them.');
  const validFrom = given.validFrom === null ? new Date() : new Date(given.validFrom);
  const validTo = given.validTo === null ? null : new Date(given.validTo);
  if (Number.isNaN(validFrom.getTime()) || (validTo && !(validTo > validFrom)))
    throw new ShopError('bad_input', 'A coupon must end after it begins.');
  return dataSource.transaction(async (manager) => {
    if (await manager.existsBy(CouponEntity, { code }))
      throw new ShopError('bad_input', `There was a coupon ${code} before. Choose another code.`);
    await manager.insert(CouponEntity, { ...given, code, validFrom, validTo });
    await manager.insert(CouponChangeEntity, { code, actor, what: 'Made' });
    return deskCoupons({ manager });
  });
}

/**
 * Ends a coupon now. Orders that have it keep their discount.
 *
 * @throws ShopError `bad_input` for one that does not exist
 */
export async function deskEndCoupon(
  dataSource: DataSource,
  { code, actor }: OperationInputs['deskEndCoupon'],
): Promise<DeskCoupons> {
  return dataSource.transaction(async (manager) => {
    const [, ended] = await manager.query<[unknown, number]>(
      'UPDATE coupons SET valid_to = now() WHERE code = $1 AND (valid_to IS NULL OR valid_to > now())',
      [code],
    );
    if (ended > 0) await manager.insert(CouponChangeEntity, { code, actor, what: 'Ended' });
    else if (!(await manager.existsBy(CouponEntity, { code })))
      throw new ShopError('bad_input', 'There is no such coupon.');
    return deskCoupons({ manager });
  });
}

function toDeskCoupon({ validFrom, validTo, ...row }: CouponEntity): DeskCoupon {
  return { ...row, validFrom: validFrom.toISOString(), validTo: validTo?.toISOString() ?? null };
}
