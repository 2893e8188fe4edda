import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readIdentity } from '../identity/identity';
import { isAtDesk, type SignedInShopper } from '../identity/id-token';

/**
 * The person at the desk, by their verified token. For everybody else there is no such page, and no
 * such action: nothing says that there is a desk. Each page and each action of the desk calls it.
 */
export async function requireStaff(): Promise<SignedInShopper> {
  const { shopper } = await readIdentity();
  if (!shopper || !isAtDesk(shopper)) notFound();
  return shopper;
}

/** The title of a page of the desk, which nobody else reads. */
export async function deskMetadata(title: string): Promise<Metadata> {
  const { shopper } = await readIdentity();
  return shopper && isAtDesk(shopper) ? { title: `${title} · Desk`, robots: { index: false } } : {};
}
