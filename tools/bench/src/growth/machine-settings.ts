/**
 * PostgreSQL as install.sh of tools/machine-setup sets it on a machine with 4 GiB of memory, which
 * is the warehouse of the standard profile.
 */
export const MACHINE_SETTINGS = {
  shared_buffers: '1024MB',
  effective_cache_size: '2560MB',
  maintenance_work_mem: '256MB',
  work_mem: '32MB',
  random_page_cost: '1.1',
  effective_io_concurrency: '64',
  jit: 'off',
  max_wal_size: '4GB',
} as const;
