import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, Mfa, UserPool, UserPoolGroup } from 'aws-cdk-lib/aws-cognito';
import { CustomerMail } from '../constructs/customer-mail';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { publish } from '../parameters';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';

/** Customers' accounts. The storefront's server signs them in; browsers never call Cognito. */
export class AuthStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-auth${stage.suffix}`,
      description: 'Clickstream: accounts of customers',
      env: { region: stage.region },
      terminationProtection: stage.protected,
    });
    const mail = new CustomerMail(this, 'Mail', stage);
    const pool = new UserPool(this, 'Customers', {
      userPoolName: `clickstream-customers${stage.suffix}`,
      // Customers who sign in by code have no account here, and nobody makes one that is paid for.
      selfSignUpEnabled: switchesOf(this).signIn === 'cognito',
      signInAliases: { email: true },
      autoVerify: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 8,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      // All that the storefront uses; the next plan costs three times as much beyond 10,000
      // customers a month.
      featurePlan: FeaturePlan.LITE,
      ...(mail.sender ? { email: mail.sender } : {}),
      deletionProtection: stage.protected,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    acknowledge(
      pool,
      'AwsSolutions-COG2',
      'Customers of a shop may have a second factor; one who must have it buys elsewhere.',
    );
    acknowledge(
      pool,
      'AwsSolutions-COG3',
      'Threat protection costs five cents a customer and month: a choice of the shop.',
    );
    acknowledge(
      pool,
      'AwsSolutions-COG8',
      'The plan PLUS costs two cents a customer and month: a choice of the shop.',
    );
    const client = pool.addClient('Storefront', {
      userPoolClientName: 'storefront',
      authFlows: { userPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
    });
    new UserPoolGroup(this, 'Desk', {
      userPool: pool,
      groupName: 'desk',
      description: 'People of the shop, who may open /desk',
    });
    publish(this, stage, 'auth/user-pool', pool.userPoolId);
    publish(this, stage, 'auth/client', client.userPoolClientId);
  }
}
