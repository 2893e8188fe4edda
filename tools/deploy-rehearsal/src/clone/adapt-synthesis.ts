import { removeEmulatorGaps } from './emulator-gaps';

/** A program that runs after the app of CDK, on the templates that it has written. */
const { CDK_OUTDIR, AWS_ENDPOINT_URL } = process.env;
if (!CDK_OUTDIR || !AWS_ENDPOINT_URL) throw new Error('CDK_OUTDIR and AWS_ENDPOINT_URL must be set.');
await removeEmulatorGaps(CDK_OUTDIR, AWS_ENDPOINT_URL);
