import { readFileSync } from 'node:fs';

/** Ticks of the kernel's clock in a second, on every processor that Linux runs on today. */
const TICKS = 100;

/** Requests by which a time is measured. */
const REQUESTS = 200;

/**
 * Seconds of a core that a process has used so far, threads included.
 *
 * @throws Error where the kernel does not tell
 */
export function coreSecondsOf(pid: number): number {
  // The name of the program, which may hold spaces, is in brackets.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? [];
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return (user + system) / TICKS;
}

/** Pages that a server was asked for: as documents, and by the router of a page that is open. */
export interface Asked {
  readonly document: number;
  readonly navigation: number;
}

/**
 * Seconds of a core that a server needs for a page, which other work on the machine does not
 * lengthen: for a document and for a navigation, in their proportion.
 *
 * @throws Error when it does not answer 200
 */
export async function coreSecondsPerPage(pid: number, address: string, of: Asked): Promise<number> {
  const documents = of.document * (await coreSecondsPerAnswer(pid, address, {}));
  const navigations = of.navigation * (await coreSecondsPerAnswer(pid, address, { rsc: '1' }));
  return (documents + navigations) / (of.document + of.navigation);
}

async function coreSecondsPerAnswer(
  pid: number,
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  // Next sends a navigation on to an address with a hash of its headers.
  const { url } = await fetch(address, { headers });
  const ask = async (times: number) => {
    for (let asked = 0; asked < times; asked += 1) {
      const response = await fetch(url, { headers, redirect: 'manual' });
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}.`);
      await response.arrayBuffer();
    }
  };
  await ask(REQUESTS / 10);
  const before = coreSecondsOf(pid);
  await ask(REQUESTS);
  return (coreSecondsOf(pid) - before) / REQUESTS;
}
