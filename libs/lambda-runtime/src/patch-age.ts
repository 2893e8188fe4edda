/**
 * An SQL expression: the days since the machine of this database was patched, which the
 * installation there writes into a setting of the database; NULL where it has not.
 */
export const PATCH_AGE = `(SELECT current_date - split_part(setting, '=', 2)::date
  FROM pg_db_role_setting, unnest(setconfig) AS setting
  WHERE setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND setting LIKE 'clickstream.patched_on=%')`;
