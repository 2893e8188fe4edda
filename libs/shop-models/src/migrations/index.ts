export { CreateCatalogue1796000000001 } from './1796000000001-create-catalogue';
export { CreateCarts1796000000002 } from './1796000000002-create-carts';
export { CreateOrders1796000000003 } from './1796000000003-create-orders';
export { GrantRoles1796000000004 } from './1796000000004-grant-roles';
export { CreateBooks1796000000005 } from './1796000000005-create-books';
export { CreateStock1796000000006 } from './1796000000006-create-stock';
export { CreateOrderChanges1796000000007 } from './1796000000007-create-order-changes';
export { CreateOutbox1796000000008 } from './1796000000008-create-outbox';
