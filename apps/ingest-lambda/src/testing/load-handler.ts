import type { handler as Handler } from '../handler';

/** The handler as a fresh Lambda would load it: it reads its environment once. */
export async function loadHandler(env: Record<string, string>): Promise<typeof Handler> {
  jest.resetModules();
  Object.assign(process.env, env);
  return (await import('../handler')).handler;
}

/**
 * Keeps log lines off the terminal. @returns a function that returns the lines logged since the
 * test began
 */
export function logOfEachTest(): () => Record<string, unknown>[] {
  let written: jest.SpyInstance;
  beforeEach(() => {
    written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  });
  afterEach(() => written.mockRestore());
  return () => written.mock.calls.map(([line]) => JSON.parse(String(line)));
}
