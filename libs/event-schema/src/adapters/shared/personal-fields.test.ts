import { dropPersonalFields } from './personal-fields';

describe('dropPersonalFields', () => {
  it('deletes personal data, however the field is spelt and however deep it is', () => {
    const message = {
      userId: 'u-1',
      traits: { plan: 'gold' },
      context: { ip: '203.0.113.7', page: { title: 'Home' }, traits: { email: 'a@b.example' } },
      properties: {
        'E-Mail': 'a@b.example',
        first_name: 'Mai',
        shippingAddress: { street: '1 Le Loi' },
        products: [{ name: 'Mouse', customer: { phoneNumber: '0901234567' } }],
      },
    };
    dropPersonalFields(message);
    expect(message).toEqual({
      userId: 'u-1',
      context: { page: { title: 'Home' } },
      properties: { products: [{ name: 'Mouse', customer: {} }] },
    });
  });

  it('accepts any nesting', () => {
    let deep: object = { email: 'a@b.example' };
    for (let level = 0; level < 50_000; level += 1) deep = { deep };
    expect(() => dropPersonalFields(deep)).not.toThrow();
  });
});
