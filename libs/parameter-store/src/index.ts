export { databaseUrl } from './database-url';
