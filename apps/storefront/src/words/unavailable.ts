import type { Language } from './languages';

/**
 * Words of the page that replaces every other, which nobody can give it: the browser has them in
 * each language.
 */
export const UNAVAILABLE: Readonly<
  Record<
    Language,
    { readonly tab: string; readonly title: string; readonly text: string; readonly again: string }
  >
> = {
  en: {
    tab: 'SBW is temporarily unavailable',
    title: 'The shop is temporarily unavailable',
    text: 'Your cart is safe. Please try again in a minute.',
    again: 'Try again',
  },
  vi: {
    tab: 'SBW tạm thời không hoạt động',
    title: 'Cửa hàng tạm thời không hoạt động',
    text: 'Giỏ hàng của bạn vẫn còn. Vui lòng thử lại sau một phút.',
    again: 'Thử lại',
  },
};
