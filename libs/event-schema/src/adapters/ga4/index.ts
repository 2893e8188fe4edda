export { ga4 } from './ga4-adapter';
export { unpackExportRow } from './unpack-export-row';
export { ga4Requests } from './unpack-request';
