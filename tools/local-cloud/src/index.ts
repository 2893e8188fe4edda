export { readConfig, stateFiles, type LocalCloudConfig } from './config';
export { startLocalCloud, type LocalCloud, type LocalCloudOptions } from './start-local-cloud';
export { freePorts } from './supervisor/free-ports';
export { type Ports } from './supervisor/ports';
export { consoleProgress, silentProgress, type Progress } from './progress';
export { DESK_ACCOUNT } from './services/cloud-env';
export { type CloudEnv } from './state/env-file';
