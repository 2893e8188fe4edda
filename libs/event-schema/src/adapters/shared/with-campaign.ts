/** Parameters of a campaign, by their names in an address. */
export type CampaignParts = Readonly<Record<string, string | null>>;

/**
 * An address with a campaign that its sender reports next to it. An address that already names one
 * stays as it is.
 */
export function withCampaign(address: string, parts: CampaignParts): string {
  if (/[?&]utm_/.test(address)) return address;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== null) query.set(name, value);
  if (query.size === 0) return address;
  const [page = '', ...fragments] = address.split('#');
  const fragment = fragments.length > 0 ? `#${fragments.join('#')}` : '';
  return `${page}${page.includes('?') ? '&' : '?'}${query.toString()}${fragment}`;
}
