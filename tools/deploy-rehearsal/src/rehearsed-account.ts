import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import {
  S3Client,
  CreateBucketCommand,
  DeleteBucketCommand,
  HeadBucketCommand,
  NotFound,
} from '@aws-sdk/client-s3';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Stage } from '@clickstream/infra';

/** moto's account. LocalStack derives the account from the key, so the key has the same value. */
export const ACCOUNT = '123456789012';

/** An image that moto has from its start. */
const EMULATED_IMAGE = 'ami-03cf127a';

/** The emulated account, as its operator looks at it. */
export function rehearsedAccount({ region, suffix }: Stage) {
  const s3 = new S3Client({ region, forcePathStyle: true });
  const store = new SSMClient({ region });
  const bucket = (kind: 's3-ingest' | 'hosts') => `clickstream-${kind}${suffix}-${ACCOUNT}-${region}`;
  return {
    rawBucket: bucket('s3-ingest'),
    hostBucket: bucket('hosts'),
    async hasBucket(Bucket: string): Promise<boolean> {
      try {
        await s3.send(new HeadBucketCommand({ Bucket }));
        return true;
      } catch (error) {
        if (error instanceof NotFound) return false;
        throw error;
      }
    },
    createBucket: (Bucket: string) =>
      s3.send(
        new CreateBucketCommand({
          Bucket,
          CreateBucketConfiguration: { LocationConstraint: region as 'ap-southeast-1' },
        }),
      ),
    deleteBucket: (Bucket: string) => s3.send(new DeleteBucketCommand({ Bucket })),
    /** Pins an image of the emulator, which has none of Debian. */
    async pinImages(): Promise<void> {
      for (const machine of ['warehouse', 'shop-database'])
        await store.send(
          new PutParameterCommand({
            Name: `/clickstream${suffix}/${machine}/image`,
            Type: 'String',
            Value: EMULATED_IMAGE,
          }),
        );
    },
    /** The hash of the code of each function that is deployed. */
    async deployedCode(): Promise<Readonly<Record<string, string>>> {
      const code: Record<string, string> = {};
      for await (const { Functions = [] } of paginateListFunctions(
        { client: new LambdaClient({ region }) },
        {},
      ))
        for (const { FunctionName = '', CodeSha256 = '' } of Functions) code[FunctionName] = CodeSha256;
      return code;
    },
  };
}

export type RehearsedAccount = ReturnType<typeof rehearsedAccount>;
