import { Template } from 'aws-cdk-lib/assertions';
import { clickstreamApp } from '../clickstream-app';
import { stageFrom } from '../config';
import type { DeliveryStack } from './delivery-stack';

function templateOf(context: object): Template {
  const app = clickstreamApp(stageFrom({}), { deployRepository: 'shop/clickstream', ...context });
  return Template.fromStack(app.node.findChild('Delivery') as DeliveryStack);
}

it.each([
  ['creates the identity provider of GitHub', {}, 1],
  [
    'uses the one that the account already has, since it can have only one',
    { existingGithubProvider: true },
    0,
  ],
])('%s', (_what, context, providers) => {
  const template = templateOf(context);
  template.resourceCountIs('AWS::IAM::OIDCProvider', providers);
  const [[{ Principal, Condition }]] = Object.values(template.findResources('AWS::IAM::Role')).map(
    ({ Properties }) => Properties.AssumeRolePolicyDocument.Statement,
  ) as [[{ Principal: { Federated: unknown }; Condition: { StringEquals: Record<string, string> } }]];
  expect(JSON.stringify(Principal.Federated)).toMatch(
    providers === 0 ? ':oidc-provider/token.actions.githubusercontent.com' : /"GitHub\w+"/,
  );
  expect(Condition.StringEquals['token.actions.githubusercontent.com:sub']).toBe(
    'repo:shop/clickstream:environment:production',
  );
});
