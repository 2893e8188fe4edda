import { CfnOutput } from 'aws-cdk-lib';
import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';
import { alarm } from './alarm';

/** SES reviews an account at a twentieth, and stops it at a tenth. */
const MANY_BOUNCES = 0.04;

/**
 * Mail to customers by SES, where it is switched on: a domain whose records the shop puts into its
 * DNS, and, once SES has found them, the sender of Cognito's mail.
 */
export class CustomerMail extends Construct {
  /** Undefined while Cognito sends by itself. */
  readonly sender: UserPoolEmail | undefined;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const { mailDomain, mailFrom } = switchesOf(this);
    if (mailFrom && (!mailDomain || !mailFrom.endsWith(`@${mailDomain}`)))
      throw new Error(
        `mailFrom is "${mailFrom}". Use an address of mailDomain, which is "${mailDomain ?? ''}".`,
      );
    if (!mailDomain) return;
    const { dkimRecords } = new EmailIdentity(this, 'Domain', { identity: Identity.domain(mailDomain) });
    for (const [index, { name, value }] of dkimRecords.entries())
      new CfnOutput(this, `Record${index + 1}`, { value: `${name} CNAME ${value}` });
    if (!mailFrom) return;
    this.sender = UserPoolEmail.withSES({
      fromEmail: mailFrom,
      sesRegion: stage.region,
      sesVerifiedDomain: mailDomain,
    });
    alarm(this, 'mail-bounces', stage, {
      namespace: 'AWS/SES',
      metricName: 'Reputation.BounceRate',
      statistic: 'Maximum',
      minutes: 60,
      above: MANY_BOUNCES,
      description: 'More than one in 25 mails of the account cannot be delivered.',
      page: 'docs/runbooks/mail.md',
    });
  }
}
