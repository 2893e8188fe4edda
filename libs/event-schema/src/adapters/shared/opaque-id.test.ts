import { opaqueId } from './opaque-id';

describe('opaqueId', () => {
  it.each(['u-1', 42, null, undefined, { at: '@' }])('leaves %p as it is', (id) => {
    expect(opaqueId(id)).toBe(id);
  });

  it('is the same for each spelling of an e-mail address, and does not reveal it', () => {
    // The output of `printf mai@shop.example | sha256sum | head -c 32`.
    expect(opaqueId('mai@shop.example')).toBe('f7461e4896ba2e78c4fcf6bd7054fa60');
    expect(opaqueId(' Mai@Shop.Example ')).toBe(opaqueId('mai@shop.example'));
    expect(opaqueId('mia@shop.example')).not.toBe(opaqueId('mai@shop.example'));
  });
});
