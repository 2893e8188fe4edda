import { readFileSync } from 'node:fs';

/** Packages of the warehouse host, and their Debian archive. */
export interface DebianPackages {
  /** Release by its code name, e.g. `trixie`. */
  readonly suite: string;
  readonly architecture: string;
  readonly mirror: string;
  readonly securityMirror: string;
  /** Packages that the host asks for by name. */
  readonly wanted: readonly string[];
  /** Patterns of the packages that every Debian system has, so that the bundle updates them too. */
  readonly baseSystem: readonly string[];
}

interface HostPackages extends Omit<DebianPackages, 'wanted' | 'architecture'> {
  readonly packages: readonly string[];
  /** Packages of the dashboard that only its tests need. */
  readonly notFromDashboard: readonly string[];
}

/**
 * Joins what the host needs with what the dashboard needs.
 *
 * @param hostFile `host-packages.json`
 * @param dashboardFile `requirements.json` of the dashboard, whose `debian` lists its packages
 * @throws Error when a file cannot be read
 */
export function readDebianPackages(
  hostFile: string,
  dashboardFile: string,
): Omit<DebianPackages, 'architecture'> {
  const { packages, notFromDashboard, ...debian } = readJson<HostPackages>(hostFile);
  const dashboard = readJson<{ debian: readonly string[] }>(dashboardFile).debian;
  const wanted = [...packages, ...dashboard.filter((name) => !notFromDashboard.includes(name))];
  return { ...debian, wanted: [...new Set(wanted)].sort() };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
