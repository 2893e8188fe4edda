import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { CartEntity, CustomerEntity } from '../entities';
import type { OperationInputs } from '../contract/operation-inputs';
import { lockOpenCart, newKeyTo } from './open-cart';

/**
 * Records a sign-in and gives the customer their open cart. The cart whose key their browser holds
 * becomes theirs, unless it is another customer's; without one, they get a key to the latest cart
 * they left on any machine. What they ordered as a guest, with an address that is confirmed now,
 * is among their orders from then on.
 */
export async function welcomeCustomer(
  dataSource: DataSource,
  { customer, cartKey }: OperationInputs['welcomeCustomer'],
): Promise<{ cartKey: string | null }> {
  const { customerId, email, name, emailIsConfirmed = false } = customer;
  return dataSource.transaction(async (manager) => {
    await manager.upsert(CustomerEntity, { id: customerId, email, name }, ['id']);
    if (emailIsConfirmed) {
      await keepConfirmedEmail(manager, customerId, email);
      await claimGuestOrders(manager, customerId, email);
    }
    if (cartKey && (await claimCart(manager, cartKey, customerId))) return { cartKey };
    const left = await manager.findOne(CartEntity, {
      where: { customerId, orderedAt: IsNull() },
      order: { updatedAt: 'DESC' },
    });
    return { cartKey: left && (await newKeyTo(manager, left.id)) };
  });
}

/**
 * Keeps an address as the customer's, and as nobody else's: who signs in by a code mailed to it is
 * this customer.
 */
async function keepConfirmedEmail(manager: EntityManager, customerId: string, email: string): Promise<void> {
  const confirmedEmail = email.toLowerCase();
  const others = { confirmedEmail, id: Not(customerId) };
  await manager.update(CustomerEntity, others, { confirmedEmail: null });
  await manager.update(CustomerEntity, { id: customerId }, { confirmedEmail });
}

async function claimGuestOrders(manager: EntityManager, customerId: string, email: string): Promise<void> {
  await manager.query(
    `UPDATE orders SET customer_id = $1 WHERE customer_id IS NULL AND details -> 'delivery' ->> 'email' = $2`,
    [customerId, email.toLowerCase()],
  );
}

async function claimCart(manager: EntityManager, cartKey: string, customerId: string): Promise<boolean> {
  const open = await lockOpenCart(manager, cartKey);
  if (!open) return false;
  const { affected } = await manager.update(
    CartEntity,
    [
      { id: open.id, customerId: IsNull() },
      { id: open.id, customerId },
    ],
    { customerId },
  );
  return affected === 1;
}
