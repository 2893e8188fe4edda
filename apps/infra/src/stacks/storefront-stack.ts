import { ArnFormat, SecretValue, Stack } from 'aws-cdk-lib';
import { CfnApp, CfnBranch } from 'aws-cdk-lib/aws-amplify';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { publish, shared } from '../parameters';
import { allow } from '../constructs/allow';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';
import { SHOP_FUNCTION } from './shop-stack';

/**
 * Secret with a GitHub token that has the rights of the Amplify GitHub App. Amplify stores no copy.
 */
export const GITHUB_TOKEN_SECRET = 'clickstream/github-token';

/**
 * The build at the root of the workspace. Server code does not see Amplify's variables, only those
 * in .env.production.
 */
const BUILD = `version: 1
applications:
  - appRoot: apps/storefront
    frontend:
      buildPath: /
      phases:
        preBuild:
          commands: ['nvm install 24', 'npm ci']
        build:
          commands:
            - env | grep -E '^(CLICKSTREAM_ENDPOINT|CONSENT_BY_DEFAULT|SHOP_LAMBDA_NAME|SHOP_BANK_ACCOUNT|COGNITO_|SIGN_IN|MAIL_FROM|SHOP_URL)' > apps/storefront/.env.production
            - test -n "$SHOP_URL" || echo "SHOP_URL=https://$AWS_BRANCH.$AWS_APP_ID.amplifyapp.com" >> apps/storefront/.env.production
            - NX_DAEMON=false npx nx build storefront
      artifacts: { baseDirectory: apps/storefront/.next, files: ['**/*'] }
      cache: { paths: ['node_modules/**/*'] }
`;

export interface StorefrontSource {
  readonly repository: string;
  readonly branch: string;
}

/**
 * The storefront on Amplify Hosting. It is rendered outside the network, and reaches the shop's
 * data only through one function.
 */
export class StorefrontStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, source: StorefrontSource) {
    super(scope, id, {
      stackName: `clickstream-storefront${stage.suffix}`,
      description: 'Clickstream: storefront on Amplify Hosting',
      env: { region: stage.region },
    });
    const compute = new Role(this, 'Compute', {
      assumedBy: new ServicePrincipal('amplify.amazonaws.com'),
      description: 'What the storefront may do',
    });
    const shop = this.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: `${SHOP_FUNCTION}${stage.suffix}`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    allow(compute, { actions: ['lambda:InvokeFunction'], resources: [shop] });
    const { signIn, mailDomain, mailFrom } = switchesOf(this);
    if (signIn === 'code' && mailDomain)
      allow(compute, {
        actions: ['ses:SendEmail'],
        resources: [this.formatArn({ service: 'ses', resource: 'identity', resourceName: mailDomain })],
        conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
      });

    const app = new CfnApp(this, 'App', {
      name: `clickstream-storefront${stage.suffix}`,
      platform: 'WEB_COMPUTE',
      repository: source.repository,
      accessToken: SecretValue.secretsManager(GITHUB_TOKEN_SECRET).unsafeUnwrap(),
      computeRoleArn: compute.roleArn,
      buildSpec: BUILD,
      environmentVariables: Object.entries(this.variables(stage)).map(([name, value]) => ({ name, value })),
    });
    new CfnBranch(this, 'Branch', {
      appId: app.attrAppId,
      branchName: source.branch,
      framework: 'Next.js - SSR',
      stage: 'PRODUCTION',
      // Built by the deploy target, after the stacks that it needs.
      enableAutoBuild: false,
    });
    publish(this, stage, 'storefront/app', app.attrAppId);
    publish(this, stage, 'storefront/branch', source.branch);
  }

  private signInVariables(): Record<string, string> {
    const { signIn, mailFrom } = switchesOf(this);
    return signIn === 'code' && mailFrom ? { SIGN_IN: signIn, MAIL_FROM: mailFrom } : {};
  }

  private variables(stage: Stage): Record<string, string> {
    return {
      AMPLIFY_MONOREPO_APP_ROOT: 'apps/storefront',
      CLICKSTREAM_ENDPOINT: shared(this, stage, 'ingest/endpoint'),
      SHOP_LAMBDA_NAME: `${SHOP_FUNCTION}${stage.suffix}`,
      COGNITO_URL: `https://cognito-idp.${this.region}.amazonaws.com`,
      COGNITO_CLIENT_ID: shared(this, stage, 'auth/client'),
      COGNITO_USER_POOL_ID: shared(this, stage, 'auth/user-pool'),
      ...this.signInVariables(),
      ...(switchesOf(this).shopUrl && { SHOP_URL: switchesOf(this).shopUrl }),
    };
  }
}
