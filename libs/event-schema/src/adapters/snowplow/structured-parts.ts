import { objectsOf, textOf } from '../../normalize/field-values';
import type { SourceEvent } from '../../source-event';
import { minorAmount } from '../../normalize/money/minor-amount';
import { ownName } from '../shared/own-name';
import type { Fields } from '../shared/snake-names';

/** A structured event is a custom event, named by its action. */
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

/** The order of the older e-commerce calls, with the lines that came in the same request. */
export function transactionParts(event: Fields): SourceEvent {
  const currency = event['tr_cu'];
  const lines = objectsOf(event['ti']);
  return {
    eventName: 'checkout_complete',
    order: {
      orderId: event['tr_id'],
      revenue: minorAmount(event['tr_tt'], currency),
      tax: minorAmount(event['tr_tx'], currency),
      shipping: minorAmount(event['tr_sh'], currency),
      currency,
      items:
        lines.length > 0 ? lines.map((line) => ({ ...lineOf(line), quantity: line['ti_qu'] })) : undefined,
    },
  };
}

/** A line of such an order that arrived in another request and so cannot be added to its order. */
export function transactionItemParts(event: Fields): SourceEvent {
  return {
    eventName: 'transaction_item',
    product: lineOf(event),
    properties: { order_id: event['ti_id'], quantity: event['ti_qu'] },
  };
}

function lineOf(line: Fields) {
  return {
    id: line['ti_sk'],
    name: line['ti_nm'],
    category: line['ti_ca'],
    price: minorAmount(line['ti_pr'], line['ti_cu']),
  };
}
