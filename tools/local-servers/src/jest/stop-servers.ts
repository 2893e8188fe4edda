/**
 * jest's global tear-down. An interrupted run needs none: the servers end with the
 * process that started them.
 */
export default async function stopServers(): Promise<void> {
  await Promise.all((globalThis.clickstreamTestServers ?? []).map((server) => server.stop()));
  globalThis.clickstreamTestServers = undefined;
}
