import { aDelivery, aShop, type TestShop } from '../../testing/a-shop';

const { name, phone, address, ward, province } = aDelivery;
const AT_HOME = { name, phone, address, ward, province };
const lan = { customerId: 'sub-lan', email: 'lan@example.com', name: 'Lan' };
const mai = { customerId: 'sub-mai', email: 'mai@example.com', name: 'Mai' };

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const keep = (over: object = {}, customer = lan) =>
  test.shop.keepAddress({ customer, address: { ...AT_HOME, ...over } });

describe('the address book', () => {
  it('keeps an address once, in its normal form, the newest first', async () => {
    await keep();
    await keep({ phone: '+84 912 345 678', name: ' Nguyễn Thị Lan ' });
    const kept = await keep({ address: '1 Hàng Bài', ward: 'Hoàn Kiếm', province: 'Hà Nội' });
    expect(kept.map((one) => one.address)).toEqual(['1 Hàng Bài', '12 Lê Lợi']);
    expect(kept[1]).toMatchObject(AT_HOME);
  });

  it('shows and removes nobody else’s', async () => {
    const [kept] = await test.shop.listAddresses({ customerId: lan.customerId });
    await keep({}, mai);
    const { addressId = '' } = kept ?? {};
    await expect(test.shop.removeAddress({ customerId: mai.customerId, addressId })).resolves.toHaveLength(1);
    await expect(test.shop.listAddresses({ customerId: lan.customerId })).resolves.toHaveLength(2);
    await expect(test.shop.removeAddress({ customerId: lan.customerId, addressId })).resolves.toHaveLength(1);
  });

  it('refuses an address that no parcel reaches, and the twenty-first', async () => {
    await expect(keep({ province: 'Atlantis' })).rejects.toMatchObject({ code: 'bad_input' });
    const more = await Promise.allSettled(
      Array.from({ length: 25 }, (_, index) => keep({ address: `${index + 100} Lê Lợi` })),
    );
    expect(more.filter(({ status }) => status === 'fulfilled')).toHaveLength(19);
    await expect(test.shop.listAddresses({ customerId: lan.customerId })).resolves.toHaveLength(20);
  });
});
