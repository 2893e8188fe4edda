import type { CheckoutProgress, Delivery } from '../shop/gateway';
import { stepToShow } from './steps';

const delivery: Delivery = {
  name: 'Lan',
  email: 'lan@example.com',
  phone: '0912345678',
  address: '12 Lê Lợi',
  ward: 'Bến Thành',
  province: 'Hà Nội',
  method: 'standard',
  note: '',
};
const begun: CheckoutProgress = {};
const delivered: CheckoutProgress = { delivery };
const paid: CheckoutProgress = { delivery, payment: 'bank_transfer' };

describe('stepToShow', () => {
  it.each([
    ['the first step at the beginning', undefined, begun, 'delivery'],
    ['the next open step', undefined, delivered, 'payment'],
    ['the review when all is filled in', undefined, paid, 'review'],
    ['a step that is done, to change it', 'delivery', paid, 'delivery'],
    ['no step past the first open one', 'review', begun, 'delivery'],
    ['no step past the first open one', 'review', delivered, 'payment'],
    ['the open step for an unknown name', 'gift-wrap', delivered, 'payment'],
  ] as const)('shows %s', (_, asked, progress, step) => {
    expect(stepToShow(asked, progress)).toBe(step);
  });
});
