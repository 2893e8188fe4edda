import { signInAddress } from './sign-in-address';

describe('the address of the sign-in', () => {
  it.each([
    ['/', '', '/sign-in'],
    ['/cart', '', '/sign-in?next=%2Fcart'],
    [
      '/category/laptops',
      'brand=Kestrel&page=2',
      '/sign-in?next=%2Fcategory%2Flaptops%3Fbrand%3DKestrel%26page%3D2',
    ],
    ['/sign-up', 'next=%2Fcheckout', '/sign-in?next=%2Fcheckout'],
    ['/vi', '', '/sign-in'],
    ['/vi/cart', '', '/sign-in?next=%2Fcart'],
    ['/vi/sign-up', 'next=%2Fcheckout', '/sign-in?next=%2Fcheckout'],
    ['/sign-in', 'next=https%3A%2F%2Fevil.example', '/sign-in'],
    ['/sign-in', 'next=%2F%2Fevil.example', '/sign-in'],
    ['//evil.example', '', '/sign-in'],
  ])('on %s with the query %p is %s', (path, query, address) => {
    expect(signInAddress(path, new URLSearchParams(query))).toBe(address);
  });
});
