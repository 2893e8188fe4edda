import type { Templates } from '@clickstream/infra/synthesised';
import { ACCOUNT, REGION } from '../template/concrete';
import { allOf } from '../template/references';
import type { S3Call } from './guarded-s3';
import { isAllowed, policyOf } from './permissions';
import { rolesOf } from './roles';

const RAW = `arn:aws:s3:::clickstream-s3-ingest-${ACCOUNT}-${REGION}`;

/**
 * Decides on calls to the bucket of raw objects like AWS for a function in the private network: by
 * the policies of its role, of the bucket and of the endpoint.
 */
export function roleInNetwork(templates: Templates, role: string): (call: S3Call) => Promise<boolean> {
  const resourcePolicy = policyOf(templates, 'AWS::S3::BucketPolicy', /^RawBucket/, 'PolicyDocument');
  const endpointPolicy = policyOf(templates, 'AWS::EC2::VPCEndpoint', /S3/, 'PolicyDocument');
  const endpoint = allOf(templates, 'AWS::EC2::VPCEndpoint').find(({ name }) => name.includes('S3'))?.name;
  const policies = rolesOf(templates).get(role)?.policies ?? [];
  return ({ action, key, context }) =>
    isAllowed(`arn:aws:iam::${ACCOUNT}:role/${role.replaceAll('/', '-')}`, policies, {
      action,
      resource: key === '' ? RAW : `${RAW}/${key}`,
      context: { 'aws:SourceVpce': `Network-${endpoint}`, ...context },
      resourcePolicy,
      endpointPolicy,
    });
}
