import type { NextRequest } from 'next/server';
import { toSuggestions } from '../../../search/suggestion';
import { shop } from '../../../shop';

const A_MINUTE = { headers: { 'cache-control': 'public, max-age=60' } };

/** Suggestions for the words in `q`, as JSON. */
export async function GET({ nextUrl }: NextRequest): Promise<Response> {
  const term = (nextUrl.searchParams.get('q') ?? '').slice(0, 200);
  return Response.json(toSuggestions(await (await shop()).suggest({ term })), A_MINUTE);
}
