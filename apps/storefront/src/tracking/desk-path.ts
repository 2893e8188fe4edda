/** True for the pages of the shop's own people, who are no shoppers. */
export const isDeskPath = (path: string): boolean => /^\/desk(\/|$)/.test(path);
