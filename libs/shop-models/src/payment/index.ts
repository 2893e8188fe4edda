export { giveMoneyBack, payOrder, takeNotice, type NoticeResult, type PayOrder } from './pay-order';
export type { Charge, ChargeAnswer, OfferedCard, PaymentNotice, PaymentProvider } from './provider';
export { sign } from './signature';
export { testProvider, type TestProvider } from './test-provider';
