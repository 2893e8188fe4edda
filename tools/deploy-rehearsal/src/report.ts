import { TEMPLATE_GAPS } from './clone/emulator-gaps';
import type { RehearsalCloud } from './stand-ins/emulator';

/**
 * Prints what was rehearsed, and how far.
 *
 * @param left stacks of which the emulator keeps something
 */
export function report(cloud: RehearsalCloud, milliseconds: number, left: readonly string[]): void {
  console.log(
    `\nThe rehearsal went as expected, in ${Math.ceil(milliseconds / 60_000)} minutes. Answered by stand-ins:`,
  );
  for (const [{ what, reason }, times] of cloud.answers) console.log(`- ${what}, ${times} times: ${reason}.`);
  console.log('Changed in the templates, since the emulator could not process it:');
  for (const gap of TEMPLATE_GAPS) console.log(`- ${gap}.`);
  if (left.length > 0)
    console.log(`- parts of ${left.join(', ')} are left: moto deletes a role before its policies.`);
  console.log(
    'Not shown: rights (moto checks none), the network, machines that boot, alarms that fire, the quota, Amplify and Cognito.',
  );
}
