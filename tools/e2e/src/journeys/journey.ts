import type { EventName } from '@clickstream/event-schema';
import type { Page } from 'playwright-core';
import type { Inspected } from './inspector';

/** The lists on the page at the end of a step: ids of products by list, in the order shown. */
export type Shown = Readonly<Record<string, readonly string[]>>;

/** The fields of an event, as `toldBy` names them. */
export type Fields = Readonly<Record<string, unknown>>;

/** An event that must arrive: its name and all of its fields, those of a list from the page. */
export type Told = readonly [name: EventName, fields?: Fields | ((shown: Shown) => Fields)];

/** Something that the shopper does, and the events that it must tell: no more, in this order. */
export interface Step {
  readonly does: string;
  readonly act: (page: Page, shopper: ShopperOf) => Promise<unknown>;
  /** Who the shopper is from the first view of this step on; nobody known at first. */
  readonly becomes?: 'guest' | 'logged_in';
  readonly tells: readonly Told[];
}

/** The shopper of a journey, with all that only this run knows. */
export interface ShopperOf {
  readonly shopUrl: string;
  readonly email: string;
  /** Opens another tab of the same browser, in which the next steps happen. */
  newTab(): Promise<Page>;
}

export interface Journey {
  readonly title: string;
  readonly device: 'desktop' | 'phone';
  /** True for somebody who has not answered whether the visit may be counted. */
  readonly isAsked?: boolean;
  readonly steps: readonly Step[];
  /** Reads what the inspector shows, before the shop is left. */
  readonly atEnd?: (page: Page) => Promise<Inspected>;
}
