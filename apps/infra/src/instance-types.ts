/**
 * Instance types with a price in the cost guard. Debian's packages come for amd64, so Graviton
 * types are not among them.
 */
export type InstanceTypeName = 't3.micro' | 't3.small' | 't3.medium' | 't3.large' | 't3.xlarge';
