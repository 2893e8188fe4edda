export { stageFrom } from './config';
export { BYTES_PER_EVENT, profileForVolume, PROFILES, VOLUMES } from './stages/profiles';
export type { InstanceTypeName, MillionEvents, Profile } from './stages/profiles';
export { STAGES } from './stages/stages';
export type { Stage } from './stages/stages';
export { templatesOf } from './synthesis/templates';
export type { Resource, Template, Templates } from './synthesis/templates';
