import { App, Tags, type Stack } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { AuthStack } from './stacks/auth-stack';
import { CompactStack } from './stacks/growth/compact-stack';
import { DataStack } from './stacks/data-stack';
import { DeliveryStack } from './stacks/delivery-stack';
import { EtlStack } from './stacks/etl-stack';
import { GrowthStack } from './stacks/growth/growth-stack';
import { IngestStack } from './stacks/ingest-stack';
import { MaintenanceStack } from './stacks/maintenance-stack';
import { ManagedWarehouseStack } from './stacks/managed-warehouse-stack';
import { NetworkStack } from './stacks/network-stack';
import { ObservabilityStack } from './stacks/observability-stack';
import { OltpStack } from './stacks/oltp-stack';
import { ShopStack } from './stacks/shop-stack';
import { StorefrontStack } from './stacks/storefront-stack';
import { WarehouseStack } from './stacks/warehouse-stack';
import type { Stage } from './stages/stages';
import { switchesOf } from './switches';

export interface AppOptions {
  /**
   * Fails on templates that CDK's own rules refuse; default false. A process takes ten seconds to
   * read them: a deployment does, and the test of all that was reviewed.
   */
  readonly isValidated?: boolean;
}

/**
 * The stacks of a stage, one for each deployable. The ids (`Data`, `Ingest`) name them on the
 * command line.
 *
 * @param context values such as `rawBucketName`; those of cdk.json and `cdk -c` are added
 */
export function clickstreamApp(
  stage: Stage,
  context: Record<string, unknown> = {},
  { isValidated = false }: AppOptions = {},
): App {
  const app = new App({
    context: { ...recommendedFlags, ...context },
    builtinCloudFormationValidation: isValidated,
  });
  const network = new NetworkStack(app, 'Network', stage);
  const data = new DataStack(app, 'Data', stage);
  const observability = new ObservabilityStack(app, 'Observability', stage);
  const auth = new AuthStack(app, 'Auth', stage);
  const ingest = new IngestStack(app, 'Ingest', stage);
  const oltp = new OltpStack(app, 'Oltp', stage);
  const shop = new ShopStack(app, 'Shop', stage);
  const warehouse = new WarehouseStack(app, 'Warehouse', stage);
  const etl = new EtlStack(app, 'Etl', stage);

  // They share no resources, only parameters; this is the order in which a new account is filled.
  after(data, network);
  after(auth, observability);
  after(ingest, data, observability);
  after(oltp, data, observability);
  after(shop, oltp);
  after(warehouse, data, observability);
  after(etl, warehouse);
  after(new MaintenanceStack(app, 'Maintenance', stage), warehouse);

  const { deployRepository, growth, managedWarehouse, storefrontBranch, storefrontRepository } =
    switchesOf(app);
  if (growth) {
    after(new GrowthStack(app, 'Growth', stage), data);
    after(new CompactStack(app, 'Compact', stage), warehouse);
  }
  if (managedWarehouse)
    after(
      new ManagedWarehouseStack(app, 'ManagedWarehouse', stage, managedWarehouse),
      network,
      observability,
    );
  if (deployRepository)
    after(new DeliveryStack(app, 'Delivery', stage, deployRepository), data, observability);
  if (storefrontRepository) {
    const source = { repository: storefrontRepository, branch: storefrontBranch };
    after(new StorefrontStack(app, 'Storefront', stage, source), auth, ingest, shop);
  }
  // CDK puts tags on associations, where not every region takes them.
  const options = { excludeResourceTypes: ['AWS::SSM::Association'] };
  Tags.of(app).add('project', 'clickstream', options);
  Tags.of(app).add('stage', stage.name, options);
  return app;
}

function after(stack: Stack, ...earlier: Stack[]): void {
  for (const one of earlier) stack.addStackDependency(one);
}
