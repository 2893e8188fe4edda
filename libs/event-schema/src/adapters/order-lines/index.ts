export { orderEvent, type OrderLine, type OrderLines, type OrderLinesEvent } from './order-event';
export { orderLines } from './order-lines-adapter';
