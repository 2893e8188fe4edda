import { flag, list, required, wholeNumber } from '@clickstream/lambda-runtime/config';

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/**
 * Settings of everything that loads from the bucket. The SDK reads `AWS_ENDPOINT_URL_S3` itself.
 */
export const LOAD_VARIABLES = {
  bucket: required('RAW_BUCKET', 'Name of the bucket with the raw objects.'),
  region: required('AWS_REGION', 'Region of the bucket; Lambda sets it.'),
  forcePathStyle: flag('S3_FORCE_PATH_STYLE', 'Puts the bucket into the path, for S3 servers on a laptop.'),
  sweepPages: wholeNumber('ETL_SWEEP_PAGES', 'Pages of 1,000 keys that a run may list.', {
    otherwise: 1000,
  }),
  returnHosts: list(
    'RETURN_HOSTS',
    'Hosts of payment and sign-in that are never the source of a session, separated by commas; added to the known ones.',
    HOST,
    'hosts such as pay.bank.example, separated by commas',
  ),
};
