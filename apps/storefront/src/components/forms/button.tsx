import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { ShopLink } from '../links/shop-link';
import styles from './button.module.css';

type Look = 'main' | 'quiet';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
  readonly wide?: boolean;
}

/** A button with an action. */
export function Button({ look = 'main', wide = false, type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classesFor(look, wide)} />;
}

/** A link in the style of a button. */
export function ButtonLink(props: { href: string; look?: Look; wide?: boolean; children: ReactNode }) {
  const { href, look = 'main', wide = false, children } = props;
  return (
    <ShopLink href={href} className={classesFor(look, wide)}>
      {children}
    </ShopLink>
  );
}

function classesFor(look: Look, wide: boolean): string {
  return [styles.button, styles[look], wide && styles.wide].filter(Boolean).join(' ');
}
