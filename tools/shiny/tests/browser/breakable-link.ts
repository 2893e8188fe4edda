import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that can be broken and mended, as when the warehouse is restarted. */
export interface BreakableLink {
  readonly port: number;
  break(): Promise<void>;
  mend(): Promise<void>;
}

/** @param targetPort of 127.0.0.1 */
export async function linkTo(targetPort: number): Promise<BreakableLink> {
  const open = new Set<Socket>();
  let server = await listen(targetPort, open, 0);
  const { port } = server.address() as { port: number };
  return {
    port,
    break: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    mend: async () => {
      server = await listen(targetPort, open, port);
    },
  };
}

async function listen(targetPort: number, open: Set<Socket>, port: number): Promise<Server> {
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
