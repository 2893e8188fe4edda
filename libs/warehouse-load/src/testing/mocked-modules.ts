import { poisoned } from './poison';

/** The module with its functions as mocks that call the originals. */
export function withMocks(real: object): object {
  const isFunction = (name: string, value: unknown) => typeof value === 'function' && /^[a-z]/.test(name);
  return Object.fromEntries(
    Object.entries(real).map(([name, value]) => [
      name,
      isFunction(name, value) ? jest.fn(value as () => unknown) : value,
    ]),
  );
}

/** Changes functions of such modules, until the test is over. */
export function mocksForEachTest() {
  let restore: (() => void)[] = [];
  afterEach(() => {
    for (const each of restore) each();
    restore = [];
    jest.restoreAllMocks();
  });

  const change = (module: object, name: string, changed: (real: Work) => Work): void => {
    const mock = (module as Record<string, jest.Mock>)[name];
    const real = mock?.getMockImplementation();
    if (!mock || !real) throw new Error(`"${name}" is not a mock.`);
    mock.mockImplementation(changed(real));
    restore.push(() => mock.mockImplementation(real));
  };
  return {
    change,
    /** Makes a function throw for the poisoned event, or another text. */
    poison: (module: object, name: string, marker?: string) =>
      change(module, name, (real) => poisoned(real, { marker })),
  };
}

type Work = (...given: unknown[]) => unknown;
