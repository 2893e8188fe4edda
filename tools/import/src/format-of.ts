import type { FormatName } from './command-line';
import { exportRowsFormat } from './formats/export-rows-format';
import type { ImportFormat } from './formats/format';
import { orderLinesFormat, type OrderLinesOptions } from './formats/order-lines-format';
import { sessionsFormat } from './formats/sessions-format';

/** The reader of a kind of file. */
export function formatOf(name: FormatName, options: OrderLinesOptions): ImportFormat {
  switch (name) {
    case 'ga360':
      return sessionsFormat();
    case 'ga4-export':
      return exportRowsFormat();
    case 'csv':
      return orderLinesFormat(options);
  }
}
