const LOWEST = [20, 19];

/**
 * @param {string} version of Node, for example `20.19.4`
 * @returns {string | undefined} one line to show when it is too old
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1])) return undefined;
  return `Node ${LOWEST.join('.')} or newer is needed, this is ${version}: install it from https://nodejs.org and try again.`;
}
