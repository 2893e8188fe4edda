import { followDataLayer, type Listener } from './follow-data-layer';

const page = window as unknown as { clickstream?: Listener } & Record<string, unknown[] | undefined>;
const name = document.currentScript?.dataset['layer'] ?? 'dataLayer';
const flush = followDataLayer((page[name] ??= []), () => page.clickstream);
// The script of the tracker may come after this one.
addEventListener('DOMContentLoaded', flush);
addEventListener('load', flush);
