import type { ReactNode } from 'react';
import { classesFor, type Look } from '../forms/button';
import { ShopLink } from './shop-link';

interface ButtonLinkProps {
  readonly href: string;
  readonly look?: Look;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A link in the style of a button. */
export function ButtonLink({ href, look = 'main', wide = false, children }: ButtonLinkProps) {
  return (
    <ShopLink href={href} className={classesFor(look, wide)}>
      {children}
    </ShopLink>
  );
}
