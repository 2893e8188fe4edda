/**
 * A fake of `navigator.locks`, which jsdom lacks: one holder at a time, the others wait in line.
 */
export function installLocks(): { endHolder(): void; uninstall(): void } {
  let tail = Promise.resolve();
  let end = () => undefined as void;
  const request = (_name: string, work: () => Promise<void>): Promise<void> => {
    const turn = tail.then(() => {
      const ended = new Promise<void>((resolve) => (end = resolve));
      return Promise.race([work(), ended]);
    });
    tail = turn;
    return turn;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  return {
    endHolder: () => end(),
    uninstall: () => Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true }),
  };
}
