import { PROVINCES, type Address, type DeliveryErrors } from '../../shop/gateway';
import { Field, SelectField } from '../forms/field';
import styles from '../forms/form-stack.module.css';

interface AddressFieldsProps {
  readonly value: (field: keyof Address) => string | undefined;
  readonly errors: DeliveryErrors;
}

/** The fields of the street, the ward and the province, in the checkout and in the address book. */
export function PlaceFields({ value, errors }: AddressFieldsProps) {
  return (
    <>
      <Field
        name="address"
        label="Street and house number"
        autoComplete="address-line1"
        defaultValue={value('address')}
        error={errors.address}
      />
      <div className={styles.pair}>
        <Field
          name="ward"
          label="Ward or commune"
          autoComplete="address-level2"
          defaultValue={value('ward')}
          error={errors.ward}
        />
        <SelectField
          name="province"
          label="Province or city"
          options={PROVINCES}
          placeholder="Choose …"
          defaultValue={value('province')}
          error={errors.province}
        />
      </div>
    </>
  );
}
