import { createServer, type AddressInfo } from 'node:net';

import { claimPort, freePort, isPortFree } from './free-port';

describe('ports', () => {
  it('finds one on which nothing listens', async () => {
    expect(await isPortFree(await freePort())).toBe(true);
  });

  it('names a wished port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(claimPort(port)).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken.`);
    await new Promise((resolve) => server.close(resolve));
    expect(await claimPort(port)).toBe(port);
  });
});
