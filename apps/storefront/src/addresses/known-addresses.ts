import { readIdentity } from '../identity/identity';
import { shop, type KeptAddress } from '../shop';

/** The addresses of the customer who is signed in; none for a guest. */
export async function knownAddresses(): Promise<KeptAddress[]> {
  const { userId: customerId } = await readIdentity();
  return customerId ? (await shop()).listAddresses({ customerId }) : [];
}
