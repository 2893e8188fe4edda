// Operations of Cognito that the storefront calls and cognito-local lacks, and Cognito's rules for
// the codes of forgotten passwords: each works once, for an hour, and ends after some wrong tries.

/** Wrong tries of one code. */
const TRIES = 5;

/**
 * @typedef {{ getUserPoolForClientId(ctx: unknown, id: string): Promise<any> }} Pools
 * @typedef {{ cognito: Pools, otp: () => string }} Services
 * @typedef {(services: Services) => (ctx: unknown, request: any) => Promise<object>} Target
 */

/**
 * Adds them to the operations of cognito-local.
 *
 * @param {Record<string, Target>} targets
 * @param {Record<string, new (message?: string) => Error>} errors
 * @param {number} seconds for which a code works
 */
export function addCodeRules(targets, errors, seconds) {
  const { ForgotPassword, ConfirmForgotPassword } = targets;
  const { UserNotFoundError, InvalidParameterError, ExpiredCodeError, CodeMismatchError } = errors;

  targets.ForgotPassword = (services) => async (ctx, request) => {
    const answer = await ForgotPassword(services)(ctx, request);
    const { pool, user } = await userOf(services, ctx, request);
    await pool.saveUser(ctx, { ...user, CodeEnds: Date.now() + seconds * 1000, WrongCodes: 0 });
    return answer;
  };

  targets.ConfirmForgotPassword = (services) => async (ctx, request) => {
    const { pool, user } = await userOf(services, ctx, request);
    if (!user?.ConfirmationCode || !(user.CodeEnds > Date.now()) || user.WrongCodes >= TRIES)
      throw new ExpiredCodeError();
    if (user.ConfirmationCode !== request.ConfirmationCode) {
      await pool.saveUser(ctx, { ...user, WrongCodes: user.WrongCodes + 1 });
      throw new CodeMismatchError();
    }
    return ConfirmForgotPassword(services)(ctx, request);
  };

  targets.ResendConfirmationCode = (services) => async (ctx, request) => {
    const { pool, user } = await userOf(services, ctx, request);
    if (!user) throw new UserNotFoundError();
    if (user.UserStatus !== 'UNCONFIRMED') throw new InvalidParameterError('User is already confirmed.');
    const ConfirmationCode = services.otp();
    await pool.saveUser(ctx, { ...user, ConfirmationCode });
    return { CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL' } };
  };

  targets.GlobalSignOut = (services) => async (ctx, request) => {
    const claims = JSON.parse(Buffer.from(request.AccessToken.split('.')[1], 'base64url').toString());
    const pool = await services.cognito.getUserPoolForClientId(ctx, claims.client_id);
    const user = await pool.getUserByUsername(ctx, claims.username);
    await pool.saveUser(ctx, { ...user, RefreshTokens: [] });
    return {};
  };
}

/**
 * @param {Services} services
 * @param {unknown} ctx
 * @param {{ ClientId: string, Username: string }} request
 */
async function userOf({ cognito }, ctx, { ClientId, Username }) {
  const pool = await cognito.getUserPoolForClientId(ctx, ClientId);
  return { pool, user: await pool.getUserByUsername(ctx, Username) };
}
