import { githubProvider } from './github-provider';

const ours = { deployRepository: 'shop/clickstream' };
const existing = async () => '{"Arn": "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"}';

it('names the switch before a deployment would fail at a provider that exists', async () => {
  const [finding] = await githubProvider(false, ours, existing);
  expect(finding?.problem).toContain('"existingGithubProvider": true');
  expect(await githubProvider(false, ours, async () => '{}')).toEqual([
    { what: "identity provider of GitHub's actions" },
  ]);
});

it.each([
  ['after the deployment that has created it', true, ours],
  ['when the switch is on', false, { ...ours, existingGithubProvider: true }],
  ['without a repository', false, {}],
])('asks nothing %s', async (_when, isDeployed, context) => {
  const list = jest.fn();
  expect(await githubProvider(isDeployed, context, list)).toEqual([]);
  expect(list).not.toHaveBeenCalled();
});

it('says that it may not list them', async () => {
  const [finding] = await githubProvider(false, ours, () => Promise.reject(new Error('AccessDenied\nat x')));
  expect(finding?.problem).toBe('the providers of the account cannot be listed (AccessDenied)');
});
