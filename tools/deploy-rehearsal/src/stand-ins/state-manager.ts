import { json, type StandIn } from './stand-in';

/**
 * State Manager, which installs the machines' software by associations: it installs when it is
 * first asked for the result.
 *
 * @param install makes the databases that the software would make
 */
export function stateManager(install: () => Promise<void>): StandIn {
  let installed: Promise<void> | undefined;
  return {
    what: 'State Manager',
    reason:
      "moto has no associations and its machines run nothing; here the warehouse's and the shop's databases are made on this machine, by the code of their bundles and with the passwords in Parameter Store",
    async answer({ headers, body }) {
      switch (headers['x-amz-target']) {
        case 'AmazonSSM.ListAssociations': {
          const { AssociationFilterList: [filter] = [] } = JSON.parse(String(body)) as {
            AssociationFilterList?: { value: string }[];
          };
          return json({ Associations: [{ AssociationId: `rehearsal-${filter?.value}` }] });
        }
        case 'AmazonSSM.DescribeAssociation':
          await (installed ??= install());
          return json({
            AssociationDescription: {
              LastUpdateAssociationDate: 0,
              LastExecutionDate: Date.now() / 1000,
              Overview: { Status: 'Success', AssociationStatusAggregatedCount: { Success: 1 } },
            },
          });
        default:
          return undefined;
      }
    },
  };
}
