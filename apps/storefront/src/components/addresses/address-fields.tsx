import { PROVINCES, type Address, type DeliveryErrors } from '../../shop/gateway';
import type { Words } from '../../words';
import { Field, SelectField } from '../forms/field';
import styles from '../forms/form-stack.module.css';

interface AddressFieldsProps {
  readonly value: (field: keyof Address) => string | undefined;
  readonly errors: DeliveryErrors;
  readonly words: Words['checkout']['place'];
}

/** The fields of the street, the ward and the province, in the checkout and in the address book. */
export function PlaceFields({ value, errors, words }: AddressFieldsProps) {
  return (
    <>
      <Field
        name="address"
        label={words.address}
        autoComplete="address-line1"
        defaultValue={value('address')}
        error={errors.address}
      />
      <div className={styles.pair}>
        <Field
          name="ward"
          label={words.ward}
          autoComplete="address-level2"
          defaultValue={value('ward')}
          error={errors.ward}
        />
        <SelectField
          name="province"
          label={words.province}
          options={PROVINCES}
          placeholder={words.choose}
          defaultValue={value('province')}
          error={errors.province}
        />
      </div>
    </>
  );
}
