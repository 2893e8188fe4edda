import { failedCreation } from './failed-creation';
import type { AwsAnswer, AwsRequest, Emulator } from './stand-in';

const ask = (Action: string): AwsRequest => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  body: Buffer.from(`Action=${Action}&StackName=clickstream-data`),
});

const STACK =
  '<StackId>arn:stack/1</StackId><StackName>clickstream-data</StackName><StackStatus>CREATE_IN_PROGRESS</StackStatus>';

/** An emulator that stops in the middle of a creation, as moto does. */
function emulator(creation: AwsAnswer) {
  const asked: string[] = [];
  const answer: Emulator = async ({ body }) => {
    const action = new URLSearchParams(String(body)).get('Action') ?? '';
    asked.push(action);
    return action === 'CreateStack' ? creation : { status: 200, type: 'text/xml', body: STACK };
  };
  return { answer, asked };
}

const FAILING = { status: 409, type: 'text/xml', body: '<Message>The name is taken.</Message>' };

it('deletes a stack whose creation fails, and shows it until somebody deletes it', async () => {
  const { answer, asked } = emulator(FAILING);
  const standIn = failedCreation();
  const created = await standIn.answer(ask('CreateStack'), answer);
  expect(created).toMatchObject({ status: 200, body: expect.stringContaining('<StackId>arn:stack/1<') });
  expect(asked).toEqual(['CreateStack', 'DescribeStacks', 'DescribeStackEvents', 'DeleteStack']);
  const shown = String((await standIn.answer(ask('DescribeStacks'), answer))?.body);
  expect(shown).toContain('<StackStatus>ROLLBACK_COMPLETE</StackStatus>');
  expect(shown).toContain('<StackStatusReason>The name is taken.</StackStatusReason>');

  await standIn.answer(ask('DeleteStack'), answer);
  expect(await standIn.answer(ask('DescribeStacks'), answer)).toBeUndefined();
});

it('leaves everything else to the emulator', async () => {
  const succeeding = { status: 200, type: 'text/xml', body: '<StackId>arn:stack/1</StackId>' };
  const { answer, asked } = emulator(succeeding);
  const standIn = failedCreation();
  expect(await standIn.answer(ask('CreateStack'), answer)).toEqual({ ...succeeding, isOfEmulator: true });
  expect(await standIn.answer(ask('DescribeStacks'), answer)).toBeUndefined();
  expect(await standIn.answer({ ...ask('CreateStack'), headers: {} }, answer)).toBeUndefined();
  expect(asked).toEqual(['CreateStack']);
});
