import type { Page } from 'playwright-core';

/** A state of the shop: its name, and how it is reached from the one before. */
export type State = readonly [name: string, go: () => Promise<unknown>];

interface Hands {
  open(path: string): Promise<unknown>;
  press(button: string): Promise<unknown>;
  /** Waits for a field or a form that is refused. */
  problem(): Promise<unknown>;
  heading(name: string): Promise<unknown>;
}

/** The pages on the way into an account. */
export const statesOfTheWayIn = (
  page: () => Page,
  { open, press, problem, heading }: Hands,
): readonly State[] => [
  ['the sign-in', () => open('/sign-in')],
  [
    'a sign-in that is refused',
    async () => {
      await page().getByLabel('Email').fill('nobody@shop.example');
      await page().getByLabel('Password').fill('Wrong-horse-1');
      await press('Sign in');
      await problem();
    },
  ],
  ['the sign-up', () => open('/sign-up')],
  [
    'a sign-up that is refused',
    async () => {
      await press('Create account');
      await problem();
    },
  ],
  ['the confirmation', () => open('/confirm')],
  [
    'a forgotten password that is refused',
    async () => {
      await open('/forgot-password');
      await press('Send a code');
      await problem();
    },
  ],
  [
    'a new password that is refused, in another language',
    async () => {
      await open('/vi/forgot-password');
      await page().getByLabel('Email').fill('nobody@shop.example');
      await press('Gửi mã');
      await heading('Đặt mật khẩu mới');
      await press('Lưu mật khẩu mới');
      await problem();
    },
  ],
];
