/** The most products of a session whose lists are kept, and told with an order. */
export const MOST_PLACES = 50;

/** The list in which a product was chosen, and its position there from 1. */
export interface Place {
  readonly productId: string;
  readonly listName: string;
  readonly position: number | null;
}
