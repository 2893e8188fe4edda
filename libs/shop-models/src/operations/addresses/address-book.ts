import type { DataSource, EntityManager } from 'typeorm';
import { checkAddress } from '../../checkout/address';
import type { OperationInputs } from '../../contract/operation-inputs';
import type { KeptAddress } from '../../contract/shop-contract';
import { ShopError } from '../../contract/shop-error';
import { AddressEntity, CustomerEntity } from '../../entities';

/** So many addresses are kept for a customer. */
const MOST = 20;

/** The addresses of a customer, the newest first. */
export async function listAddresses(
  { manager }: Pick<DataSource, 'manager'>,
  { customerId }: OperationInputs['listAddresses'],
): Promise<KeptAddress[]> {
  const rows = await manager.find(AddressEntity, {
    where: { customerId },
    order: { keptAt: 'DESC', id: 'ASC' },
  });
  return rows.map(({ id: addressId, name, phone, address, ward, province }) => ({
    addressId,
    name,
    phone,
    address,
    ward,
    province,
  }));
}

/**
 * Keeps an address for a customer. The same one again is kept once.
 *
 * @throws ShopError `bad_input` for an address that no parcel reaches, or one too many
 */
export async function keepAddress(
  dataSource: DataSource,
  { customer, address: typed }: OperationInputs['keepAddress'],
): Promise<KeptAddress[]> {
  const checked = checkAddress(typed);
  if (!checked.ok) throw new ShopError('bad_input', Object.values(checked.errors).join(' '));
  const { customerId, email, name } = customer;
  return dataSource.transaction(async (manager) => {
    // An account may be older than this database. The row is locked: no two count at once.
    await manager.upsert(CustomerEntity, { id: customerId, email, name }, ['id']);
    await insertOnce(manager, { ...checked.address, customerId });
    const kept = await listAddresses({ manager }, { customerId });
    if (kept.length > MOST)
      throw new ShopError('bad_input', `You have ${MOST} addresses. Remove one before you add another.`);
    return kept;
  });
}

/** Removes an address of a customer; somebody else's stays. */
export async function removeAddress(
  { manager }: DataSource,
  { customerId, addressId }: OperationInputs['removeAddress'],
): Promise<KeptAddress[]> {
  await manager.delete(AddressEntity, { id: addressId, customerId });
  return listAddresses({ manager }, { customerId });
}

async function insertOnce(manager: EntityManager, row: Partial<AddressEntity>): Promise<void> {
  await manager.createQueryBuilder().insert().into(AddressEntity).values(row).orIgnore().execute();
}
