const UNESCAPED: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&#x27;': "'" };

/**
 * The fields of the form with this button, as a browser without JavaScript sends them.
 *
 * @throws Error when no form of the page has the button
 */
export function formWith(button: string, html: string): Record<string, string> {
  const isIts = (form: string) =>
    form.includes(`>${button}</button>`) || form.includes(`aria-label="${button}"`);
  const form = html.match(/<form.*?<\/form>/gs)?.find(isIts);
  if (!form) throw new Error(`The page has no form with the button "${button}".`);
  const inputs = form.match(/<input[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]).filter(([name]) => name),
  ) as Record<string, string>;
}

function attribute(input: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return value.replace(/&quot;|&amp;|&#x27;/g, (escaped) => UNESCAPED[escaped] ?? escaped);
}
