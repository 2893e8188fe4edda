'use client';

import { createContext, use, useState, type ReactNode } from 'react';
import type { DeliveryMethod } from '../../shop/gateway';

type Chosen = readonly [method: DeliveryMethod, choose: (method: DeliveryMethod) => void];

const Context = createContext<Chosen | null>(null);

/** Holds the delivery method as it is chosen in the form, for the sums next to it. */
export function ChosenDelivery({ saved, children }: { saved: DeliveryMethod; children: ReactNode }) {
  return <Context value={useState(saved)}>{children}</Context>;
}

/** The delivery method as chosen, and the function that chooses another. */
export function useChosenDelivery(): Chosen {
  const chosen = use(Context);
  if (!chosen) throw new Error('useChosenDelivery() works only inside ChosenDelivery.');
  return chosen;
}
