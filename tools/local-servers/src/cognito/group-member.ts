import { CognitoError, cognitoCall } from './cognito-call';
import type { UserPool } from './user-pool';

/** A confirmed account that is in a group of the pool from the start. */
export interface GroupMember {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly group: string;
}

/**
 * Creates the account and the group if they do not exist, and the membership.
 *
 * @param code the confirmation code of every sign-up
 */
export async function ensureMember(
  url: string,
  { userPoolId: UserPoolId, clientId: ClientId }: UserPool,
  { email, password, name, group }: GroupMember,
  code: string,
): Promise<void> {
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'name', Value: name },
  ];
  try {
    const account = { ClientId, Username: email, Password: password, UserAttributes };
    await cognitoCall(url, 'SignUp', account);
    await cognitoCall(url, 'ConfirmSignUp', { ClientId, Username: email, ConfirmationCode: code });
  } catch (error) {
    if (!(error instanceof CognitoError && error.name === 'UsernameExistsException')) throw error;
  }
  const { Groups } = await cognitoCall<{ Groups: { GroupName: string }[] }>(url, 'ListGroups', {
    UserPoolId,
  });
  // The emulator would replace a group of that name, and forget its members.
  if (!Groups.some(({ GroupName }) => GroupName === group))
    await cognitoCall(url, 'CreateGroup', { UserPoolId, GroupName: group });
  await cognitoCall(url, 'AdminAddUserToGroup', { UserPoolId, GroupName: group, Username: email });
}
