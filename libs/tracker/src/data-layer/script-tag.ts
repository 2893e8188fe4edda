import { followDataLayer, type Listener } from './follow-data-layer';

const page = window as unknown as { clickstream?: Listener } & Record<string, unknown[] | undefined>;
const name = document.currentScript?.dataset['layer'] ?? 'dataLayer';
const tell = followDataLayer((page[name] ??= []), () => page.clickstream);
// The tracker's own script may come after this one.
addEventListener('DOMContentLoaded', tell);
addEventListener('load', tell);
