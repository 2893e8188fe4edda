import { getMetadataArgsStorage } from 'typeorm';
import * as entities from './entities';

describe('the entities', () => {
  const classes: readonly unknown[] = Object.values(entities);
  const columns = getMetadataArgsStorage().columns.filter(({ target }) => classes.includes(target));

  it('name the type and the database name of every column, since no compiler here tells TypeORM', () => {
    const silent = columns.filter(({ options }) => typeof options.type !== 'string' || !options.name);
    expect(silent.map(({ propertyName }) => propertyName)).toEqual([]);
  });

  it('all have columns', () => {
    const targets = new Set(columns.map(({ target }) => target));
    expect(classes.filter((entity) => !targets.has(entity as () => void))).toEqual([]);
  });
});
