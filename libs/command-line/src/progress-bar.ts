import { SingleBar, type Options } from 'cli-progress';

/** A bar on the terminal; `format` is that of cli-progress, with fields such as `{percentage}`. */
export function progressBar(format: string, options: Options = {}): SingleBar {
  return new SingleBar({ ...options, format });
}

export type ProgressBar = SingleBar;
