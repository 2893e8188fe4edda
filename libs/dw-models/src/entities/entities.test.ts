import { getMetadataArgsStorage } from 'typeorm';
import * as entities from './index';
import * as tables from '../tables';

describe('the entities', () => {
  const classes: readonly unknown[] = Object.values(entities);
  const columns = getMetadataArgsStorage().columns.filter(({ target }) => classes.includes(target));

  it('name the type and the database name of every column, since no compiler passes them to TypeORM', () => {
    const silent = columns.filter(({ options }) => typeof options.type !== 'string' || !options.name);
    expect(silent.map(({ propertyName }) => propertyName)).toEqual([]);
  });

  it('all have columns', () => {
    const targets = new Set(columns.map(({ target }) => target));
    expect(classes.filter((entity) => !targets.has(entity as () => void))).toEqual([]);
  });

  it('cover all tables', () => {
    const names = getMetadataArgsStorage().tables.flatMap(({ target, name }) =>
      classes.includes(target) ? name : [],
    );
    expect(names.toSorted()).toEqual(
      Object.values(tables)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('name their properties after their columns, in camel case', () => {
    const ofLinks = columns.filter(({ target }) => target === entities.IdentityLinkEntity);
    expect(ofLinks.map(({ propertyName }) => propertyName)).toEqual([
      'clientId',
      'userId',
      'firstAt',
      'lastAt',
      'events',
    ]);
  });
});
