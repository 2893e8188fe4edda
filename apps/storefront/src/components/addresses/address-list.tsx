'use client';

import { removeAddress } from '../../addresses/actions';
import { formatPhone } from '../../formatting/phone';
import { useSafeAction } from '../../forms/use-safe-action';
import type { KeptAddress } from '../../shop/gateway';
import { Button } from '../forms/button';
import { Problem } from '../forms/problem';
import styles from './address-list.module.css';

/** The kept addresses, each with its removal. */
export function AddressList({ addresses }: { addresses: readonly KeptAddress[] }) {
  return (
    <ul className={styles.list}>
      {addresses.map((kept) => (
        <li key={kept.addressId}>
          <KeptAddressEntry kept={kept} />
        </li>
      ))}
    </ul>
  );
}

function KeptAddressEntry({ kept }: { kept: KeptAddress }) {
  const [{ problem }, action, pending] = useSafeAction(removeAddress, {});
  const { addressId, name, phone, address, ward, province } = kept;
  return (
    <>
      <p>
        <strong>{name}</strong>, {formatPhone(phone)}
        <br />
        {address}, {ward}, {province}
      </p>
      <form action={action}>
        <input type="hidden" name="addressId" value={addressId} />
        <Button look="quiet" disabled={pending} aria-label={`Remove ${address}, ${ward}`}>
          Remove
        </Button>
        <Problem text={problem} />
      </form>
    </>
  );
}
