import { startCognito, type RunningServer, type UserPool } from '@clickstream/local-servers';
import { stateFiles, type LocalCloudConfig } from '../config';
import type { Service } from '../supervisor/supervisor';
import { CONFIRMATION_CODE, DESK_ACCOUNT } from './cloud-env';

/** Cognito, with the shop's user pool and the storefront's client. */
export function signInService({ stateFolder, ports }: LocalCloudConfig): Service<RunningServer & UserPool> {
  const files = stateFiles(stateFolder);
  const logFile = files.log('cognito');
  return {
    name: 'Cognito',
    logFile,
    start: () =>
      startCognito({
        dir: files.accounts,
        port: ports.signIn,
        code: CONFIRMATION_CODE,
        member: DESK_ACCOUNT,
        logFile,
      }),
  };
}
