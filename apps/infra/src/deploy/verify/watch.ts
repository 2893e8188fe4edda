import type { Finding } from '../finding';
import type { Account } from './account';

/** Checks that somebody hears of alarms, and that refused connections are written down. */
export async function verifyWatch(account: Account): Promise<Finding[]> {
  return Promise.all([subscribers(account), flowLog(account)]);
}

async function subscribers(account: Account): Promise<Finding> {
  const what = 'a subscriber of the alarms';
  const topic = await account.published('observability/alarm-topic');
  if (!topic) return { what, problem: 'there is no topic of alarms. Deploy the stack Observability.' };
  const { Subscriptions } = (await account.aws(
    ...['sns', 'list-subscriptions-by-topic', '--topic-arn', topic],
  )) as { Subscriptions: readonly { SubscriptionArn: string; Endpoint: string }[] };
  if (Subscriptions.some(({ SubscriptionArn }) => SubscriptionArn.startsWith('arn:'))) return { what };
  const [pending] = Subscriptions;
  return {
    what,
    problem: pending
      ? `${pending.Endpoint} has not confirmed the subscription: follow the link in the mail of AWS`
      : 'nobody hears of alarms. Put alarmEmail into context of apps/infra/cdk.json and deploy',
  };
}

async function flowLog(account: Account): Promise<Finding> {
  const what = 'log of refused connections';
  const vpc = await account.published('network/vpc');
  if (!vpc) return { what, problem: 'there is no network. Deploy the stack Network.' };
  const { FlowLogs } = (await account.aws(
    ...['ec2', 'describe-flow-logs', '--filter', `Name=resource-id,Values=${vpc}`],
  )) as {
    FlowLogs: readonly {
      FlowLogStatus?: string;
      DeliverLogsStatus?: string;
      DeliverLogsErrorMessage?: string;
    }[];
  };
  const [log] = FlowLogs;
  if (log?.FlowLogStatus === 'ACTIVE' && log.DeliverLogsStatus !== 'FAILED') return { what };
  return {
    what,
    problem: log
      ? `it is ${log.FlowLogStatus ?? 'not active'}: ${log.DeliverLogsErrorMessage ?? 'AWS gives no reason'}`
      : `${vpc} has none. Deploy the stack Network.`,
  };
}
