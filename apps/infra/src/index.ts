export { stageFrom } from './config';
export type { InstanceTypeName } from './instance-types';
export { grown, PROFILES, VOLUMES } from './profiles';
export type { MillionEvents, Profile } from './profiles';
export { STAGES } from './stages';
export type { Stage } from './stages';
export { templatesOf } from './templates';
export type { Resource, Template, Templates } from './templates';
