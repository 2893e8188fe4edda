import { hashOf, mentionOf } from './subject';

const names = (id: string, text: string) => mentionOf({ kind: 'user', id })(text);

describe('a mention', () => {
  it.each([
    ['u-1', '{"userId":"u-1"}'],
    ['u-1', '/people/u-1?x=1'],
    ['u-1', 'U-1'],
    ['a"b', '{"userId":"a\\"b"}'],
    ['an@shop.vn', '/?user=an%40shop.vn'],
    ['ngày.1', '{"x":"ngày.1"}'],
    ['7', '{"userId":7}'],
    ['7', '/?customer_id=7&x=1'],
    ['apple', '("{""userId"": ""apple""}",1)'],
    ['apple', '{\\"user\\":\\"Apple\\"}'],
  ])('of %s is in %s', (id, text) => {
    expect(names(id, text)).toBe(true);
  });

  it.each([
    ['u-1', '{"userId":"u-12"}'],
    ['u-1', '{"userId":"xu-1"}'],
    ['7', '{"price":70}'],
    ['7', '{"price":7}'],
    ['7', '{"userId":70}'],
    ['7', '{"userId":"x","price":7}'],
    ['7', '{"subtotal":7,"deviceWidth":7}'],
    ['apple', '{"brand":"apple"}'],
    ['a.b', '{"userId":"aXb"}'],
  ])('of %s is not in %s', (id, text) => {
    expect(names(id, text)).toBe(false);
  });
});

it('names the subject by SHA-256 of the id', () => {
  expect(hashOf({ kind: 'user', id: 'abc' })).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
