import { notFound } from 'next/navigation';
import { connection } from 'next/server';

/** An address that the shop does not have, rendered at the request: the build has no shop. */
export default async function UnknownPage() {
  await connection();
  notFound();
}
