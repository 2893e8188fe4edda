import type { Random } from '../random/random';

/** Search terms with their weights; the shop has nothing for some of them. */
const SEARCH_TERMS: readonly (readonly [term: string, weight: number])[] = [
  ['gaming', 14],
  ['laptop', 9],
  ['bàn phím', 8],
  ['chuột', 8],
  ['monitor', 7],
  ['voltara', 6],
  ['solenne air', 6],
  ['ultrawide', 5],
  ['màn hình', 5],
  ['keyboard', 5],
  ['usb-c', 5],
  ['kestrel', 4],
  ['headset', 4],
  ['tai nghe', 4],
  ['backpack', 3],
  ['dock', 3],
  ['webcam', 2],
  ['macbook', 4],
  ['iphone', 3],
  ['điện thoại', 3],
  ['rtx 5090', 2],
  ['ipad', 1],
];

/** Search term of a shopper. */
export const searchTerm = (random: Random): string => random.weighted(SEARCH_TERMS);
