/** Names and values as in `postgresql.conf`. */
export type PostgresSettings = Readonly<Record<string, string>>;

const common: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  // No socket file in /tmp: nothing to collide with, nothing left behind.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  // One server, no replica: COPY into a table of the same transaction needs no write-ahead log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Containers often have 64 MB of /dev/shm, which a parallel query can exceed.
  dynamic_shared_memory_type: 'mmap',
};

/** Settings under which commits survive `kill -9` and a power cut. */
export const durableSettings: PostgresSettings = { ...common, fsync: 'on', synchronous_commit: 'on' };

/** Settings for data that is not needed after the run. */
export const throwAwaySettings: PostgresSettings = {
  ...common,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
