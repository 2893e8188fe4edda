import type { ListedProducts } from './shared/one-for-each-product';
import type { JsonObject, SenderName, SourceEvent } from '../source-event';

/**
 * Reads events of one foreign convention. Each lies in `adapters/<name>` with its map, tests and
 * fixtures, and in the list of `adapters/index.ts`.
 *
 * An event may reach an adapter through ingest, which has put our stamp into it as `_ingest`, or
 * from a bucket that another ingester wrote. Neither function throws, changes the event, or costs
 * more than in proportion to its size.
 */
export interface SenderAdapter {
  readonly name: SenderName;
  /**
   * True when an event is in this convention: by marks that no other one has. Asked
   * in the order of the list.
   */
  recognizes(event: JsonObject): boolean;
  /**
   * Gives an event our names. Values stay as they are: texts are cut, and amounts, times and flags
   * read, by the normaliser for every sender alike.
   */
  toSourceEvent(event: JsonObject): SourceEvent;
  /**
   * The list of an event that is about one product at a time and lists several;
   * undefined for any other event.
   */
  listedProducts?(event: JsonObject): ListedProducts | undefined;
}

/** A request in a sender's own form. */
export interface SenderRequest {
  /** Path without the stage and the query, such as `/mp/collect`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The parsed body. */
  readonly body: unknown;
}

/**
 * The events of a request, each complete in itself: what the request says of all
 * of them is put into each.
 */
export interface UnpackedRequest {
  /** In the sender's own form, and such that its adapter recognizes them. */
  readonly values: readonly unknown[];
  /** The time by the sender's clock at which the request was sent. */
  readonly sentAt?: string;
}

/** Takes the requests of one sender apart: `adapters/<name>/unpack-request.ts`. */
export interface RequestUnpacker {
  readonly name: SenderName;
  /** True when this sender posts to the path. */
  handles(path: string): boolean;
  /**
   * Its own path for a body that can only be of this sender, since shops may post it to another;
   * undefined for any other body.
   */
  pathOf(body: JsonObject): string | undefined;
  /** @returns null when the body has another form, which is answered with 400 */
  unpack(request: SenderRequest): UnpackedRequest | null;
}
