import { Type, type Static } from '@sinclair/typebox';
import { Count, Id, Maybe, Text, Time, Url } from './building-blocks';

/** The shopper's identity according to the shop. */
export const UserLoginStateSchema = Type.Union(
  [Type.Literal('logged_in'), Type.Literal('anonymous'), Type.Literal('guest')],
  { description: 'logged_in, guest (buying without an account) or anonymous.' },
);

export type UserLoginState = Static<typeof UserLoginStateSchema>;

/** The fields that any event may have in addition to its specific ones. */
export const ENVELOPE = {
  eventId: Maybe(
    Type.String({ format: 'uuid', description: 'UUIDv7 from the browser. Absent: ingest assigns one.' }),
  ),
  eventTimestamp: Maybe(
    Time("When it happened by the browser's clock, ISO 8601. Absent: the time it was received."),
  ),
  sequence: Maybe(
    Count('Its number among the events of this browser, counting up: it orders events of the same moment.'),
  ),
  schemaVersion: Maybe(Count('Version of this contract. Absent: 1.', 1)),
  clientId: Maybe(Id('The browser, stored in its localStorage.')),
  sessionId: Maybe(Id('The session; a new one starts after 30 minutes without an event.')),
  isFirstVisit: Maybe(Type.Boolean({ description: "True in the browser's first session." })),
  userId: Maybe(Id('The Cognito sub of a shopper who is signed in, else null.')),
  userLoginState: Maybe(UserLoginStateSchema),
  identitySource: Maybe(Text('How the shopper is known: cognito_email, guest_checkout, anonymous, …')),
  pageUrl: Maybe(Url('Address of the page, without secrets and e-mail addresses.')),
  pageTitle: Maybe(Text('Title of the page.')),
  referrer: Maybe(Url('Address of the previous page, without secrets and e-mail addresses.')),
};

export const EnvelopeSchema = Type.Object(ENVELOPE);

export type EventEnvelope = Static<typeof EnvelopeSchema>;
