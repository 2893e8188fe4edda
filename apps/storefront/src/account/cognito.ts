import type { CognitoConfig } from '../config';

/** An error of Cognito; `code` is its name for the reason, for example `CodeMismatchException`. */
export class CognitoError extends Error {
  override readonly name = 'CognitoError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface SignedInTokens {
  readonly idToken: string;
  /** Opens Cognito's own operations of the account. The shop keeps none. */
  readonly accessToken: string;
  /** Absent after a refresh: the current one stays valid. */
  readonly refreshToken?: string;
}

interface AuthenticationAnswer {
  readonly AuthenticationResult?: {
    readonly IdToken?: string;
    readonly AccessToken?: string;
    readonly RefreshToken?: string;
  };
  readonly ChallengeName?: string;
}

/** The user pool by its wire protocol: calls that need no signature, so no SDK. */
export function cognito(config: Pick<CognitoConfig, 'url' | 'clientId'>) {
  const ClientId = config.clientId;
  const call = <Answer>(operation: string, input: object) => post<Answer>(config.url, operation, input);

  return {
    /** Creates an account that waits for the code sent to its email address. */
    async signUp(account: { email: string; password: string; name: string }): Promise<void> {
      await call('SignUp', {
        ClientId,
        Username: account.email,
        Password: account.password,
        UserAttributes: [
          { Name: 'email', Value: account.email },
          { Name: 'name', Value: account.name },
        ],
      });
    },

    async confirmSignUp(email: string, code: string): Promise<void> {
      await call('ConfirmSignUp', { ClientId, Username: email, ConfirmationCode: code });
    },

    /** Sends a new code to an account that waits for one. */
    async resendCode(email: string): Promise<void> {
      await call('ResendConfirmationCode', { ClientId, Username: email });
    },

    /** Sends a code with which the owner of this address chooses a new password. */
    async forgotPassword(email: string): Promise<void> {
      await call('ForgotPassword', { ClientId, Username: email });
    },

    async resetPassword(email: string, code: string, password: string): Promise<void> {
      await call('ConfirmForgotPassword', {
        ClientId,
        Username: email,
        ConfirmationCode: code,
        Password: password,
      });
    },

    /** Ends every session of an account: no refresh token of it works any more. */
    async signOutEverywhere(accessToken: string): Promise<void> {
      await call('GlobalSignOut', { AccessToken: accessToken });
    },

    async signIn(email: string, password: string): Promise<SignedInTokens> {
      const answer = await call<AuthenticationAnswer>('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      });
      return tokensOf(answer);
    },

    /** A new id token for a refresh token. */
    async refresh(refreshToken: string): Promise<SignedInTokens> {
      const answer = await call<AuthenticationAnswer>('InitiateAuth', {
        ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: refreshToken },
      });
      return tokensOf(answer);
    },

    /** Revokes a refresh token, at sign-out. */
    async revoke(refreshToken: string): Promise<void> {
      await call('RevokeToken', { ClientId, Token: refreshToken });
    },
  };
}

function tokensOf({ AuthenticationResult: result, ChallengeName }: AuthenticationAnswer): SignedInTokens {
  if (!result?.IdToken) {
    throw new CognitoError(
      ChallengeName ?? 'NoTokens',
      'Cognito requires a step that this shop does not offer.',
    );
  }
  return {
    idToken: result.IdToken,
    accessToken: result.AccessToken ?? '',
    ...(result.RefreshToken && { refreshToken: result.RefreshToken }),
  };
}

async function post<Answer>(url: string, operation: string, input: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
    cache: 'no-store',
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (response.ok) return (text ? JSON.parse(text) : {}) as Answer;
  const { __type: type = `Http${response.status}`, message = text } = parseError(text);
  // The type may carry a namespace: `com.amazonaws…#NotAuthorizedException`.
  throw new CognitoError(type.slice(type.lastIndexOf('#') + 1), message);
}

function parseError(text: string): { __type?: string; message?: string } {
  try {
    return JSON.parse(text) as { __type?: string; message?: string };
  } catch {
    return {};
  }
}
