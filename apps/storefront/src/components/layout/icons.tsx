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

export function HeartIcon() {
  return (
    <Icon>
      <path d="M12 19.5C7 16 4 12.900 4 9.500A4.200 4.200 0 0 1 12 7.800a4.200 4.200 0 0 1 8 1.700c0 3.400-3 6.500-8 10z" />
    </Icon>
  );
}

export function ShareIcon() {
  return (
    <Icon>
      <path d="M12 14.500V4m0 0L8 8m4-4 4 4" />
      <path d="M5.500 12.500v5.200c0 1 .8 1.800 1.800 1.800h9.400c1 0 1.800-.8 1.800-1.800v-5.200" />
    </Icon>
  );
}
