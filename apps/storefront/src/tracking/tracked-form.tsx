'use client';

import type { EventName } from '@clickstream/event-schema';
import type { TrackedEvent } from '@clickstream/tracker';
import type { ComponentProps } from 'react';
import { track } from './storefront-tracker';

interface TrackedFormProps<N extends EventName> extends ComponentProps<'form'> {
  readonly event: TrackedEvent<N>;
}

/** A form whose submission is tracked, under the shopper's identity before it takes effect. */
export function TrackedForm<N extends EventName>({ event, ...form }: TrackedFormProps<N>) {
  return <form {...form} onSubmit={() => track(...event)} />;
}
