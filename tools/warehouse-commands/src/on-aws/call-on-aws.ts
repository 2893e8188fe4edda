import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type {
  EraseAnswer,
  EraseRequest,
  MaintenanceAnswer,
  MaintenanceRequest,
  ReplayAnswer,
  ReplayRequest,
  RetainAnswer,
  RetainRequest,
} from '@clickstream/warehouse-maintenance';
import { readFunctionName } from '../config';

type AnswerOf<R extends MaintenanceRequest> = R extends EraseRequest
  ? EraseAnswer
  : R extends RetainRequest
    ? RetainAnswer
    : R extends ReplayRequest
      ? ReplayAnswer
      : never;

/** A minute more than the longest call of a Lambda. */
const LONGEST_MS = 16 * 60_000;

/**
 * Calls the maintenance function on AWS until nothing is left. Each call takes up to 15 minutes and
 * answers where the next one goes on. Stopped in between, the same command begins again and does
 * the rest.
 *
 * @returns the answers, without those that only waited for a load to end
 * @throws Error with the reason that the function gave
 */
export async function callOnAws<R extends MaintenanceRequest>(request: R): Promise<AnswerOf<R>[]> {
  const functionName = readFunctionName();
  const client = new LambdaClient({
    // A call that was answered too late must not be made twice.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 10_000, socketTimeout: LONGEST_MS },
  });
  const answers: AnswerOf<R>[] = [];
  try {
    for (let next: R = request; ;) {
      const answer = await callOnce(client, functionName, next);
      if ('isWaiting' in answer) {
        console.error('A load is at work: waiting for it to end.');
        continue;
      }
      answers.push(answer as AnswerOf<R>);
      if (!answer.more) return answers;
      console.error('A call of the function is over: the next one goes on.');
      next = { ...next, next: answer.next };
    }
  } finally {
    client.destroy();
  }
}

async function callOnce(
  client: LambdaClient,
  functionName: string,
  request: MaintenanceRequest,
): Promise<MaintenanceAnswer> {
  const { FunctionError: fault, Payload = new Uint8Array() } = await client.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(request) }),
  );
  const answer = JSON.parse(Buffer.from(Payload).toString() || '{}') as MaintenanceAnswer & {
    readonly errorMessage?: string;
  };
  if (fault) throw new Error(answer.errorMessage ?? `${functionName} answered ${fault}.`);
  return answer;
}
