import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const INVOKE_ONCE = resolve(import.meta.dirname, 'invoke-once.cjs');
const LIMIT_MS = 60_000;

/**
 * Starts a Node process that loads a Lambda's bundle and hands it one event.
 *
 * @param node path of the Node to start
 * @returns milliseconds from its start to the answer
 * @throws Error when it ends, or a minute passes, without an answer
 */
export function firstAnswerMs(
  node: string,
  bundle: string,
  event: object,
  env: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(node, [INVOKE_ONCE, bundle, JSON.stringify(event)], {
      env: { ...env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      timeout: LIMIT_MS,
    });
    let took: number | undefined;
    child.once('message', () => (took = performance.now() - startedAt));
    child.once('error', reject);
    child.once('exit', () =>
      took === undefined ? reject(new Error(`${bundle} did not answer.`)) : resolve(took),
    );
  });
}
