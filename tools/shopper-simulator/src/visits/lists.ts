import type { Product } from '@clickstream/event-schema';

/** A list of a page, and the position in it. */
export interface Place {
  readonly listName: string;
  readonly position: number;
}

/** The lists of a visit: those of the page, and the one in which each product was chosen last. */
export interface Lists {
  /** Notes the lists of the page; a product in two of them counts in the first. */
  show(items: readonly Product[]): void;
  /** Leaves the page. */
  leave(): void;
  /** Notes that a product of the page was chosen. @returns its place, if the page has one */
  choose(productId: string): Place | undefined;
  /** The place in which a product was chosen last; nothing otherwise. */
  placeOf(productId: string): Partial<Place>;
}

export function newLists(): Lists {
  const shown = new Map<string, Place>();
  const chosen = new Map<string, Place>();
  return {
    show(items) {
      for (const { id, listName, position } of items)
        if (listName && position && !shown.has(id)) shown.set(id, { listName, position });
    },
    leave: () => shown.clear(),
    choose(productId) {
      const place = shown.get(productId);
      if (place) chosen.set(productId, place);
      return place;
    },
    placeOf: (productId) => chosen.get(productId) ?? {},
  };
}
