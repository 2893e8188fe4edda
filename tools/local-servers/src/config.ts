/**
 * Settings of the programs that tests start. Plain data: this project depends on no library of the
 * workspace.
 */
export const VARIABLES = {
  chromium: {
    name: 'CHROMIUM_PATH',
    meaning: 'The file of Chromium, instead of the first on the PATH.',
    otherwise: '',
  },
} as const;
