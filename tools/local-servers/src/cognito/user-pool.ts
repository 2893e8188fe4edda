import { cognitoCall } from './cognito-call';

export interface UserPool {
  readonly userPoolId: string;
  readonly clientId: string;
}

interface Named {
  readonly Id?: string;
  readonly Name?: string;
  readonly ClientId?: string;
  readonly ClientName?: string;
}

/** The user pool and the app client with these names, created if they do not exist. */
export async function ensureUserPool(url: string, poolName: string, clientName: string): Promise<UserPool> {
  const { UserPools } = await cognitoCall<{ UserPools: Named[] }>(url, 'ListUserPools', { MaxResults: 60 });
  const userPoolId =
    UserPools.find((pool) => pool.Name === poolName)?.Id ??
    (
      await cognitoCall<{ UserPool: { Id: string } }>(url, 'CreateUserPool', {
        PoolName: poolName,
        UsernameAttributes: ['email'],
        AutoVerifiedAttributes: ['email'],
      })
    ).UserPool.Id;
  const { UserPoolClients } = await cognitoCall<{ UserPoolClients: Named[] }>(url, 'ListUserPoolClients', {
    UserPoolId: userPoolId,
    MaxResults: 60,
  });
  const clientId =
    UserPoolClients.find((client) => client.ClientName === clientName)?.ClientId ??
    (
      await cognitoCall<{ UserPoolClient: { ClientId: string } }>(url, 'CreateUserPoolClient', {
        UserPoolId: userPoolId,
        ClientName: clientName,
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      })
    ).UserPoolClient.ClientId;
  return { userPoolId, clientId };
}
