import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5" />
    </Icon>
  );
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="12" cy="8" r="3.8" />
      <path d="M4.5 20c.8-3.9 3.7-6 7.5-6s6.7 2.1 7.5 6" />
    </Icon>
  );
}

export function CartIcon() {
  return (
    <Icon>
      <path d="M5.5 8.500h13l-1 10.200a1.5 1.5 0 0 1-1.5 1.300H8a1.5 1.5 0 0 1-1.5-1.300z" />
      <path d="M8.5 11V7.500a3.5 3.5 0 0 1 7 0V11" />
    </Icon>
  );
}
