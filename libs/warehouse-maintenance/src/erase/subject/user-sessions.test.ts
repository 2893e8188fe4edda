import fc from 'fast-check';
import { UserSessions } from './user-sessions';

const named = (minute: number, user_id: string, session_id = 's') => ({
  session_id,
  user_id,
  at: `2026-11-02T09:${String(minute).padStart(2, '0')}:00.000Z`,
});
const at = (minute: number) => named(minute, '').at;

it('are theirs between their events, and after the last of them', () => {
  const sessions = UserSessions.from([named(5, 'me'), named(10, 'me')], 'me');
  expect([4, 5, 7, 10, 59].map((minute) => sessions.holds('s', at(minute)))).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(sessions.holds('another', at(7))).toBe(false);
  expect(sessions.holds(null, at(7))).toBe(false);
});

it('end with the last event that names them when another user signs in', () => {
  const sessions = UserSessions.from(
    [named(5, 'me'), named(8, 'me'), named(20, 'you'), named(30, 'me')],
    'me',
  );
  expect([7, 9, 19, 25, 31].map((minute) => sessions.holds('s', at(minute)))).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

it('contain what is between two events of the user, or after the last event if it is the user’s', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('me', 'you', 'nobody'), { maxLength: 12 }), (users) => {
      const events = users.map((user, minute) => named(minute, user));
      const sessions = UserSessions.from(
        events.filter(({ user_id }) => user_id !== 'nobody'),
        'me',
      );
      for (const [index, user] of users.entries()) {
        if (user !== 'nobody') continue;
        const before = users.slice(0, index).findLast((other) => other !== 'nobody');
        const after = users.slice(index).find((other) => other !== 'nobody');
        expect(sessions.holds('s', at(index))).toBe(before === 'me' && (after ?? 'me') === 'me');
      }
    }),
  );
});
