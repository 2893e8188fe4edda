'use client';

import { keepAddress } from '../../addresses/actions';
import { useSafeAction } from '../../forms/use-safe-action';
import { useTrackedErrors } from '../../forms/use-tracked-errors';
import type { Address } from '../../shop/gateway';
import type { Words } from '../../words';
import { Button } from '../forms/button';
import { Field } from '../forms/field';
import styles from '../forms/form-stack.module.css';
import { Problem } from '../forms/problem';
import { useFocusFirstError } from '../forms/use-focus-first-error';
import { PlaceFields } from './address-fields';

interface NewAddressProps {
  readonly words: Pick<Words['checkout'], 'place'> & Pick<Words['checkout']['contact'], 'name' | 'phone'>;
  readonly button: string;
}

/** The form for an address to keep. */
export function NewAddress({ words, button }: NewAddressProps) {
  const [answer, action, pending] = useSafeAction(keepAddress, {});
  const { problem, fields = {}, typed } = answer;
  const form = useFocusFirstError(answer);
  useTrackedErrors('address', answer);
  const value = (field: keyof Address) => typed?.[field];
  return (
    <form ref={form} action={action} noValidate className={styles.stack}>
      <Problem text={problem} />
      <div className={styles.pair}>
        <Field
          name="name"
          label={words.name}
          autoComplete="name"
          defaultValue={value('name')}
          error={fields.name}
        />
        <Field
          name="phone"
          label={words.phone}
          type="tel"
          autoComplete="tel"
          defaultValue={value('phone')}
          error={fields.phone}
        />
      </div>
      <PlaceFields value={value} errors={fields} words={words.place} />
      <Button disabled={pending}>{button}</Button>
    </form>
  );
}
