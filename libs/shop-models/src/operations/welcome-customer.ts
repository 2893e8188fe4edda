import type { DataSource } from 'typeorm';
import { IsNull } from 'typeorm';
import { CartEntity, CustomerEntity } from '../entities';
import type { OperationInputs } from '../operation-inputs';

/**
 * Records who signed in and gives them their open cart: the one at hand becomes theirs; without one, they get back
 * the latest they left on any machine.
 */
export async function welcomeCustomer(
  dataSource: DataSource,
  { customer, cartId }: OperationInputs['welcomeCustomer'],
): Promise<{ cartId: string | null }> {
  const { customerId, email, name } = customer;
  return dataSource.transaction(async (manager) => {
    await manager.upsert(CustomerEntity, { id: customerId, email, name }, ['id']);
    if (cartId) {
      const claimed = await manager.update(CartEntity, { id: cartId, orderedAt: IsNull() }, { customerId });
      if (claimed.affected) return { cartId };
    }
    const left = await manager.findOne(CartEntity, {
      where: { customerId, orderedAt: IsNull() },
      order: { updatedAt: 'DESC' },
    });
    return { cartId: left?.id ?? null };
  });
}
