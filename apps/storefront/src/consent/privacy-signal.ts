/** True when this browser asks not to be tracked, by Global Privacy Control or Do Not Track. */
export function asksForPrivacy(): boolean {
  if (typeof navigator === 'undefined') return false;
  const { globalPrivacyControl, doNotTrack } = navigator as {
    globalPrivacyControl?: boolean;
    doNotTrack?: string | null;
  };
  return globalPrivacyControl === true || doNotTrack === '1';
}
