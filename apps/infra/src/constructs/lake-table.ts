import type { CfnTable } from 'aws-cdk-lib/aws-glue';

/** Columns of the files, by their type in Athena; those without a type here are text. */
const TYPES: Readonly<Record<string, string>> = {
  event_timestamp: 'timestamp',
  is_first_visit: 'boolean',
  context_product_price: 'decimal(38,6)',
  context_product_discount_price: 'decimal(38,6)',
  cart_value: 'decimal(38,6)',
  order_revenue: 'decimal(38,6)',
  order_tax: 'decimal(38,6)',
  order_shipping: 'decimal(38,6)',
  received_at: 'timestamp',
  source_object_id: 'int',
  source_line: 'int',
  schema_version: 'smallint',
  is_bot: 'boolean',
  is_staff: 'boolean',
  sequence: 'int',
  clock_offset_ms: 'bigint',
  context_product_quantity: 'int',
};

/** The columns of `clickstream_events`, in the order of the warehouse. */
export const LAKE_COLUMNS =
  `event_id event_timestamp event_name user_id user_login_state identity_source client_id
  session_id is_first_visit context_product_id context_product_name context_product_category context_product_brand
  context_product_price context_product_discount_price context_product_url_path page_url page_path page_title referrer
  utm_source utm_medium utm_campaign utm_term utm_content channel device search_term cart_id cart_value order_id
  order_revenue order_tax order_shipping currency items element properties received_at source_object_id source_line
  schema_version is_bot is_staff sequence clock_offset_ms refund_id context_product_quantity`
    .split(/\s+/)
    .map((name) => ({ name, type: TYPES[name] ?? 'string' }));

/**
 * The lake for Athena: a partition is a day of receipt, found by its key.
 *
 * @param location s3:// address of the folder of the events, with its closing slash
 */
export function lakeTable(location: string): CfnTable.TableInputProperty {
  return {
    name: 'lake_events',
    tableType: 'EXTERNAL_TABLE',
    partitionKeys: [{ name: 'day', type: 'string', comment: 'Received, UTC: yyyy-MM-dd' }],
    parameters: {
      classification: 'parquet',
      'projection.enabled': 'true',
      'projection.day.type': 'date',
      'projection.day.format': 'yyyy-MM-dd',
      'projection.day.range': '2025-01-01,NOW',
      'projection.day.interval': '1',
      'projection.day.interval.unit': 'DAYS',
      'storage.location.template': `${location}day=\${day}/`,
    },
    storageDescriptor: {
      location,
      inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
      serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
      columns: [...LAKE_COLUMNS],
    },
  };
}
