import { CUSTOM_EVENT_NAME } from '../../event-names';
import fc from 'fast-check';
import { ownName } from './own-name';

describe('ownName', () => {
  it.each([
    ['Coupon Applied', 'coupon_applied'],
    ['signupCompleted', 'signup_completed'],
    ['  Size-Guide opened! ', 'size_guide_opened'],
    ['Đăng ký nhận tin', 'dang_ky_nhan_tin'],
    ['2nd step', 'track_2nd_step'],
    ['注册', 'track'],
    ['', 'track'],
    // Names of the contract, whose fields such an event does not have.
    ['Click', 'track_click'],
    ['page_view', 'track_page_view'],
  ])('%p is %p', (given, name) => {
    expect(ownName(given)).toBe(name);
  });

  it('is a name that the contract allows, whatever the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        expect(ownName(given)).toMatch(CUSTOM_EVENT_NAME);
      }),
    );
  });
});
