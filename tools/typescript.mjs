// Lets Node run this repository's TypeScript: node --import ./tools/typescript.mjs <file>
import { fileURLToPath } from 'node:url';

// The settings that tsx reads; TypeORM's decorators are switched on there, and only there.
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../tsconfig.base.json', import.meta.url));
// The SDK's advice to leave Node 20 behind, once per process, is no news.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
await import('tsx');
