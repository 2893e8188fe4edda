import { memoize } from '@clickstream/event-schema/normalize';
import { CLICK_ID_CHANNELS } from './click-ids';

/** The campaign that an address names. */
export interface Campaign {
  /** In lower case: `Facebook` and `facebook` are one source. */
  readonly source: string | null;
  /** In lower case. */
  readonly medium: string | null;
  readonly name: string | null;
  readonly term: string | null;
  readonly content: string | null;
  /** The parameter, in lower case, of the click id that the address carries, such as `gclid`. */
  readonly clickId: string | null;
}

const NO_CAMPAIGN: Campaign = {
  source: null,
  medium: null,
  name: null,
  term: null,
  content: null,
  clickId: null,
};

/** Parameters of each field: those of Google, then those of Matomo and of Piwik before it. */
const PARAMETERS = {
  source: ['utm_source', 'mtm_source', 'pk_source'],
  medium: ['utm_medium', 'mtm_medium', 'pk_medium'],
  name: ['utm_campaign', 'mtm_campaign', 'pk_campaign', 'mtm_cpn', 'pk_cpn'],
  term: ['utm_term', 'mtm_keyword', 'pk_keyword', 'mtm_kwd', 'pk_kwd'],
  content: ['utm_content', 'mtm_content', 'pk_content'],
} as const;

const CLICK_IDS = Object.keys(CLICK_ID_CHANNELS);

const MAY_NAME_A_CAMPAIGN = new RegExp(
  `(?:^|[&?#;/]|%26)(?:(?:utm|mtm|pk)(?:_|%5f)|(?:${CLICK_IDS.join('|')})=)`,
  'i',
);

/**
 * Separators that senders get wrong: an ampersand escaped for HTML, a semicolon, and a second
 * question mark.
 */
const WRONG_SEPARATORS = /&(?:amp;)+|[?#;](?=(?:utm|mtm|pk)_)/gi;

/**
 * Parameters that arrive encoded because one link was put into another: `%26utm_medium%3Demail`.
 */
const ENCODED_PARAMETER = /(?:^|[&?]|%26(?:amp%3b)?)((?:utm|mtm|pk)_[a-z]+)%3d/gi;

const MAX_CHARACTERS = 200;
const NO_VALUE: ReadonlySet<string> = new Set(['null', 'undefined', '(not set)', '(none)', 'none']);

/** Reads the campaign parameters and click ids of a query, whatever the case of their names. */
export function campaignOf(query: string): Campaign {
  return MAY_NAME_A_CAMPAIGN.test(query) ? readCampaign(query) : NO_CAMPAIGN;
}

const readCampaign = memoize((query): Campaign => {
  const values = parametersOf(query);
  const first = (names: readonly string[]) => {
    for (const name of names) if (values.has(name)) return values.get(name) ?? null;
    return null;
  };
  return {
    source: first(PARAMETERS.source)?.toLowerCase() ?? null,
    medium: first(PARAMETERS.medium)?.toLowerCase() ?? null,
    name: first(PARAMETERS.name),
    term: first(PARAMETERS.term),
    content: first(PARAMETERS.content),
    clickId: CLICK_IDS.find((name) => values.has(name)) ?? null,
  };
});

const separated = (query: string): string =>
  query.replace(WRONG_SEPARATORS, '&').replace(ENCODED_PARAMETER, '&$1=');

/** The non-empty parameters, under their names in lower case; the first of a name counts. */
function parametersOf(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(separated(query))) {
    const key = name.toLowerCase();
    const text = value.trim().normalize('NFC').slice(0, MAX_CHARACTERS);
    if (text !== '' && !NO_VALUE.has(text.toLowerCase()) && !values.has(key)) values.set(key, text);
  }
  return values;
}
