import { ON_EVENTS, peerQuestions } from './peer-questions';

describe('peerQuestions', () => {
  it('asks for the days of the shop, from midnight to midnight', () => {
    const { Products } = peerQuestions(ON_EVENTS, '2026-09-01', '2026-09-30');
    expect(Products).toContain("moment >= TIMESTAMPTZ '2026-08-31T17:00:00'");
    expect(Products).toContain("moment < TIMESTAMPTZ '2026-09-30T17:00:00'");
  });
});
