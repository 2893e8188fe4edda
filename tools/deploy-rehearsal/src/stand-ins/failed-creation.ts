import { formOf, type AwsAnswer, type AwsRequest, type Emulator, type StandIn } from './stand-in';

/** A stack whose creation has failed, as AWS shows it until somebody deletes it. */
interface FailedStack {
  readonly id: string;
  readonly stacks: string;
  readonly events: string;
}

/**
 * The end of a creation that fails: the emulator stops in its middle, while AWS deletes what it had
 * created, except what is to be kept, and leaves a stack in the state ROLLBACK_COMPLETE.
 */
export function failedCreation(): StandIn {
  const failed = new Map<string, FailedStack>();
  const find = (name: string) => failed.get(name) ?? [...failed.values()].find(({ id }) => id === name);
  return {
    what: 'rollback of a stack whose creation fails',
    reason:
      'moto stops in the middle; here the same stack is deleted as AWS does, and shown as ROLLBACK_COMPLETE',
    async answer(request, emulator) {
      const form = formOf(request);
      const name = form?.get('StackName') ?? '';
      const action = form?.get('Action');
      const known = find(name);
      if (known && action === 'DescribeStacks') return xml(known.stacks);
      if (known && action === 'DescribeStackEvents') return xml(known.events);
      if (known && action === 'DeleteStack') {
        failed.forEach((stack, key) => stack === known && failed.delete(key));
        return xml(`<DeleteStackResponse xmlns="${SPACE}"></DeleteStackResponse>`);
      }
      if (action !== 'CreateStack') return undefined;
      const answer = await emulator(request);
      if (answer.status < 400) return { ...answer, isOfEmulator: true };
      const stack = await rollBack(request, emulator, name, reasonIn(answer));
      failed.set(name, stack);
      return xml(
        `<CreateStackResponse xmlns="${SPACE}"><CreateStackResult><StackId>${stack.id}</StackId></CreateStackResult></CreateStackResponse>`,
      );
    },
  };
}

const SPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

const xml = (body: string): AwsAnswer => ({ status: 200, type: 'text/xml', body });

const reasonIn = ({ body }: AwsAnswer): string =>
  /<Message>([\s\S]*?)<\/Message>/.exec(String(body))?.[1] ?? 'the emulator gives no reason';

async function rollBack(
  request: AwsRequest,
  emulator: Emulator,
  name: string,
  reason: string,
): Promise<FailedStack> {
  const ask = async (Action: string) => {
    const body = Buffer.from(String(new URLSearchParams({ Action, Version: '2010-05-15', StackName: name })));
    return String((await emulator({ ...request, body })).body);
  };
  const stacks = (await ask('DescribeStacks'))
    .replace(/<StackStatus>\w+<\/StackStatus>/, '<StackStatus>ROLLBACK_COMPLETE</StackStatus>')
    .replace(/<StackStatusReason *\/>|<StackStatusReason>.*?<\/StackStatusReason>/, '')
    .replace('</StackName>', `</StackName><StackStatusReason>${reason}</StackStatusReason>`);
  const events = (await ask('DescribeStackEvents')).replace(
    /<ResourceStatus>CREATE_IN_PROGRESS<\/ResourceStatus>/,
    '<ResourceStatus>ROLLBACK_COMPLETE</ResourceStatus>',
  );
  // It has forgotten the stack then, even where it could not delete a role.
  await ask('DeleteStack');
  return { id: /<StackId>(.*?)<\/StackId>/.exec(stacks)?.[1] ?? name, stacks, events };
}
