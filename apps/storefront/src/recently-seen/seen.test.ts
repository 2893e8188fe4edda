/** @jest-environment jsdom */
import { seenIn } from './seen';

it('reads back what was remembered, and nothing that somebody else has written', () => {
  const seen = { slug: 'kestrel-x14', name: 'Kestrel X14', picture: '/pictures/1/x.svg' };
  expect(seenIn(JSON.stringify([seen]))).toEqual([seen]);
  for (const text of ['', '{', 'null', '{}', '[1, null, {}]'])
    expect([text, seenIn(text)]).toEqual([text, []]);
  expect(
    seenIn(
      JSON.stringify([
        { ...seen, slug: '../x' },
        { ...seen, picture: 'https://x' },
      ]),
    ),
  ).toEqual([]);
});
