// Lets Node run this repository's TypeScript: node --import ./tools/workspace/typescript.mjs <file>
import { fileURLToPath } from 'node:url';

// The settings that tsx reads; TypeORM's decorators are switched on there, and only there.
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../../tsconfig.base.json', import.meta.url));
// Silences the warning of the AWS SDK about Node 20, which comes once per process.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
await import('tsx');
