import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** By which definitions the facts were computed. One row. */
@Entity({
  name: 'facts_state',
  comment: 'One row: the version of the definitions by which all facts are computed.',
})
@Check('facts_state_one', 'one')
export class FactsState {
  @PrimaryColumn({
    type: 'boolean',
    name: 'one',
    default: true,
    primaryKeyConstraintName: 'facts_state_pkey',
  })
  one!: boolean;

  @Column({ type: 'integer', name: 'version' })
  version!: number;
}
