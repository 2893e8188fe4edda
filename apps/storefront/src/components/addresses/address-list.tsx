'use client';

import { removeAddress } from '../../addresses/actions';
import { formatPhone } from '../../formatting/phone';
import { useSafeAction } from '../../forms/use-safe-action';
import type { KeptAddress } from '../../shop/gateway';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import { Button } from '../forms/button';
import { Problem } from '../forms/problem';
import styles from './address-list.module.css';

type RemovalWords = Pick<Words['account']['addresses'], 'remove' | 'removeOf'>;

interface AddressListProps {
  readonly addresses: readonly KeptAddress[];
  readonly words: RemovalWords;
}

/** The kept addresses, each with its removal. */
export function AddressList({ addresses, words }: AddressListProps) {
  return (
    <ul className={styles.list}>
      {addresses.map((kept) => (
        <li key={kept.addressId}>
          <KeptAddressEntry kept={kept} words={words} />
        </li>
      ))}
    </ul>
  );
}

function KeptAddressEntry({ kept, words }: { kept: KeptAddress; words: RemovalWords }) {
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
        <Button look="quiet" disabled={pending} aria-label={fill(words.removeOf, { address, ward })}>
          {words.remove}
        </Button>
        <Problem text={problem} />
      </form>
    </>
  );
}
