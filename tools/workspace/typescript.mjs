// Lets Node run this repository's TypeScript: node --import ./tools/workspace/typescript.mjs <file>
import { register } from 'node:module';

// Silences the warning of the AWS SDK about Node 20, which comes once per process.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
// The map of a bundle costs a process some ten megabytes: Node's own flag leaves it out.
if (!process.env.NODE_OPTIONS?.includes('--no-enable-source-maps')) process.setSourceMapsEnabled(true);
register('./src/typescript/load.mjs', import.meta.url);
