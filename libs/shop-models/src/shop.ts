import type { DataSource } from 'typeorm';
import { checkInput, type OperationInputs, type ShopOperation } from './operation-inputs';
import { addToCart, saveCheckout, setQuantity } from './operations/change-cart';
import { findProduct } from './operations/find-product';
import { getOrder } from './operations/get-order';
import { listCategory } from './operations/list-category';
import { placeOrder } from './operations/place-order';
import { getCart } from './operations/read-cart';
import { searchProducts } from './operations/search-products';
import { shelves } from './operations/shelves';
import { welcomeCustomer } from './operations/welcome-customer';
import type { Operation, OperationResults, ShopOperations } from './shop-contract';

/**
 * The shop over an initialised data source. Every input is checked here, once, whoever calls.
 *
 * @throws ShopError from any operation that refuses, `bad_input` before the database is asked
 */
export function createShop(dataSource: DataSource): ShopOperations {
  const door =
    <Name extends ShopOperation>(
      name: Name,
      operation: (source: DataSource, input: OperationInputs[Name]) => Promise<OperationResults[Name]>,
    ): Operation<Name> =>
    async (input) =>
      operation(dataSource, checkInput(name, input));

  return {
    shelves: door('shelves', shelves),
    listCategory: door('listCategory', listCategory),
    findProduct: door('findProduct', findProduct),
    search: door('search', searchProducts),
    getCart: door('getCart', getCart),
    addToCart: door('addToCart', addToCart),
    setQuantity: door('setQuantity', setQuantity),
    saveCheckout: door('saveCheckout', saveCheckout),
    welcomeCustomer: door('welcomeCustomer', welcomeCustomer),
    placeOrder: door('placeOrder', placeOrder),
    getOrder: door('getOrder', getOrder),
  };
}
