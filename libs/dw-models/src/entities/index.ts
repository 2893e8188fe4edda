export { ActivityHour } from './activity-hour.entity';
export { ClickstreamEvent } from './clickstream-event.entity';
export { EtlObject } from './etl-object.entity';
export { EtlRun } from './etl-run.entity';
export { Product } from './product.entity';
export { ProductHour } from './product-hour.entity';
export { QuarantinedLine } from './quarantined-line.entity';
export { Session } from './session.entity';
