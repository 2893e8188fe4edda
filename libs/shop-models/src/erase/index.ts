export { eraseShopper, type ErasedInShop, type ShopSubject } from './erase-shopper';
