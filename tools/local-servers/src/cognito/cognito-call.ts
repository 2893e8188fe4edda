/** Cognito answered with an error; `name` is its type, for example `UsernameExistsException`. */
export class CognitoError extends Error {
  constructor(type: string, message: string) {
    super(`${type}: ${message}`);
    this.name = type;
  }
}

/** One call of the Cognito API without a signature, which an emulator does not require. */
export async function cognitoCall<T>(url: string, operation: string, input: object): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(10_000),
  });
  const answer = (await response.json()) as T & { __type?: string; message?: string };
  if (!response.ok)
    throw new CognitoError(answer.__type ?? `HTTP ${response.status}`, answer.message ?? operation);
  return answer;
}
