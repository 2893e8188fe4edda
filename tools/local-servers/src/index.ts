export { freePort, isPortFree } from './free-port';
export { startKept, type KeptProcess, type ProcessEnd } from './kept-process/start-kept';
export { startPostgres, type PostgresOptions } from './postgres/start-postgres';
export { startS3, S3_CREDENTIALS, type S3Options } from './s3/start-s3';
export { type RunningServer } from './running-server';
export { answersHttp, waitUntil } from './wait-until';
