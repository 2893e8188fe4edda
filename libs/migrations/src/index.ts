export { migrate, type Squash } from './migrate';
