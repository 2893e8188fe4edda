import { textOf } from '../../normalize/field-values';
import type { SourceEvent } from '../source-event';
import { minorAmount } from '../../normalize/minor-amount';
import { ownName } from '../own-name';
import type { Fields } from '../snake-names';

/** A structured event is one of the shop's own, named by its action. */
export function structuredParts(event: Fields): SourceEvent {
  return {
    eventName: ownName(textOf(event['se_ac']) ?? ''),
    properties: {
      category: event['se_ca'],
      action: event['se_ac'],
      label: event['se_la'],
      property: event['se_pr'],
      value: event['se_va'],
    },
  };
}

/** The order of the older e-commerce calls. Its lines come as events of their own. */
export function transactionParts(event: Fields): SourceEvent {
  const currency = event['tr_cu'];
  return {
    eventName: 'checkout_complete',
    order: {
      orderId: event['tr_id'],
      revenue: minorAmount(event['tr_tt'], currency),
      tax: minorAmount(event['tr_tx'], currency),
      shipping: minorAmount(event['tr_sh'], currency),
      currency,
    },
  };
}

/** A line of such an order, which one event cannot put into the order of another. */
export function transactionItemParts(event: Fields): SourceEvent {
  return {
    eventName: 'transaction_item',
    product: {
      id: event['ti_sk'],
      name: event['ti_nm'],
      category: event['ti_ca'],
      price: minorAmount(event['ti_pr'], event['ti_cu']),
    },
    properties: { order_id: event['ti_id'], quantity: event['ti_qu'] },
  };
}
