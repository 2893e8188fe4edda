import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { CATEGORIES } from '../../../shop';

interface CategoryLayoutProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly children: ReactNode;
}

/**
 * Refuses a category that does not exist before the page begins to stream, while
 * the status can still be 404.
 */
export default async function CategoryLayout({ params, children }: CategoryLayoutProps) {
  const { slug } = await params;
  if (!CATEGORIES.some((category) => category.slug === slug)) notFound();
  return children;
}
