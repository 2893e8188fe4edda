import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A connection to a server that can be broken and repaired, like a restart of the warehouse, or
 * that can stall.
 */
export interface BreakableLink {
  readonly port: number;
  break(): Promise<void>;
  mend(): Promise<void>;
  /**
   * From now on nothing passes: connections stay open, new ones are accepted, and nothing
   * answers.
   */
  stall(): void;
  /**
   * New connections work again. Stalled ones stay silent, like those to a machine that has
   * disappeared.
   */
  unstall(): void;
}

/** @param targetPort of 127.0.0.1 */
export async function linkTo(targetPort: number): Promise<BreakableLink> {
  const open = new Set<Socket>();
  const state = { stalled: false };
  let server = await listen(targetPort, open, state, 0);
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
      server = await listen(targetPort, open, state, port);
    },
    stall: () => {
      state.stalled = true;
      for (const socket of open) socket.unpipe().pause();
    },
    unstall: () => {
      state.stalled = false;
    },
  };
}

async function listen(
  targetPort: number,
  open: Set<Socket>,
  state: { readonly stalled: boolean },
  port: number,
): Promise<Server> {
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    if (!state.stalled) near.pipe(far).pipe(near);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
