import { jestConfig } from '../../jest.preset.mjs';

// Each test file loads the AWS SDK again, which would each time warn that it prefers a newer Node
// than a laptop has.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

export default jestConfig('ingest-lambda', { servers: true });
