import type { NextRequest } from 'next/server';
import { isLanguage } from '../../../words/languages';
import { toSuggestions } from '../../../search/suggestion';
import { shop } from '../../../shop';
import { wordsIn } from '../../../words';

const A_MINUTE = { headers: { 'cache-control': 'public, max-age=60' } };

/** Suggestions for the words in `q`, as JSON in the language `in`. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const term = (nextUrl.searchParams.get('q') ?? '').slice(0, 200);
  const asked = nextUrl.searchParams.get('in');
  const { browse } = wordsIn(isLanguage(asked) ? asked : 'en');
  return Response.json(toSuggestions(await (await shop()).suggest({ term }), browse), A_MINUTE);
}
