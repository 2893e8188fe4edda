import { createServer, type AddressInfo } from 'node:net';
import { freePorts } from './free-ports';
import { portProblem } from './ports';

describe('portProblem', () => {
  it('finds nothing wrong with free ports', async () => {
    expect(await portProblem(await freePorts(), ['storefront', 'httpApi', 'warehouse'])).toBeUndefined();
  });

  it('names a taken port and the variable that changes it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const problem = await portProblem({ ...(await freePorts()), httpApi: port }, ['storefront', 'httpApi']);
    await new Promise((resolve) => other.close(resolve));
    expect(problem).toBe(
      `Port ${port} (API_PORT) is taken: stop what listens there, or set the variable to another port.`,
    );
  });

  it('names two variables that ask for the same port', async () => {
    const ports = { ...(await freePorts()), httpApi: 4321, objectStore: 4321 };
    expect(await portProblem(ports, ['httpApi', 'objectStore'])).toBe(
      'API_PORT and S3_PORT are both 4321: change one of them.',
    );
  });
});
