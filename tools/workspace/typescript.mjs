// Lets Node run this repository's TypeScript: node --import ./tools/workspace/typescript.mjs <file>
import { register } from 'node:module';

// Silences the warning of the AWS SDK about Node 20, which comes once per process.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
process.setSourceMapsEnabled(true);
register('./src/typescript/load.mjs', import.meta.url);
