/** Campaign parameters of an address, and the names of all its parameters in lower case. */
export interface Campaign {
  readonly source: string | undefined;
  readonly medium: string | undefined;
  readonly name: string | undefined;
  readonly parameters: ReadonlySet<string>;
}

const ABSENT = new Set(['', '(not set)', 'null', 'undefined']);

/** Reads the query of an address and what follows its `#`; Matomo's names count as `utm_`. */
export function campaignOf(address: string): Campaign {
  const query = address.slice(address.search(/[?#]/) >>> 0).slice(1);
  const pairs = query
    .replaceAll(/%26|&amp;|[;?#]/gi, '&')
    .replaceAll(/%3d/gi, '=')
    .split('&')
    .map((pair) => pair.split('='));
  const values = new Map<string, string>();
  for (const [name = '', value = ''] of pairs) {
    const key = name.toLowerCase().replace(/^(?:mtm|pk)_/, 'utm_');
    const text = decoded(value).trim();
    if (!values.has(key) && !ABSENT.has(text.toLowerCase())) values.set(key, text);
  }
  return {
    source: values.get('utm_source')?.toLowerCase(),
    medium: values.get('utm_medium')?.toLowerCase(),
    name: values.get('utm_campaign'),
    parameters: new Set(values.keys()),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
