import { timeOfEventId } from '@clickstream/event-schema';
import { LOCATION, rowOf, TIME } from '../testing/a-row';

describe('the row of an event of another ingester', () => {
  it('removes secrets and e-mail addresses from addresses that were not scrubbed', () => {
    const event = {
      event_name: 'product_view',
      timestamp: TIME,
      page_url: 'https://shop.example/a?token=abc&email=linh@shop.example&x=1',
      referrer: 'https://mail.example/?reset_token=abc',
      product: { id: 'A', url: '/a?to=linh@shop.example' },
    };
    expect(rowOf(event)).toMatchObject({
      page_url: 'https://shop.example/a?token=[redacted]&email=[redacted]&x=1',
      referrer: 'https://mail.example/?reset_token=[redacted]',
      context_product_url_path: '/a?to=[redacted]',
    });
  });

  it('reads the campaign, page and user agent from separate fields', () => {
    const event = {
      event_name: 'page_view',
      timestamp: TIME,
      page: { url: 'https://shop.example/a', title: 'A', referrer: 'https://coccoc.com/search' },
      utm_source: 'zalo',
      utm_medium: 'social',
      user_agent: 'curl/8.9.1',
    };
    expect(rowOf(event)).toMatchObject({
      page_path: '/a',
      page_title: 'A',
      referrer: 'https://coccoc.com/search',
      utm_source: 'zalo',
      channel: 'social',
      is_bot: true,
    });
  });

  it('keeps its place among the events of its browser, and its time as it is', () => {
    const stamps = { sent_at: '2026-10-30T09:15:00Z', received_at: '2026-11-02T09:30:00Z' };
    expect(rowOf({ event_name: 'page_view', timestamp: TIME, event_sequence: '7', ...stamps })).toMatchObject(
      { sequence: 7, event_timestamp: TIME, clock_offset_ms: null },
    );
  });

  it('derives the id of object and line when there is none', () => {
    const event = { event_name: 'page_view', timestamp: TIME };
    expect(rowOf(event).event_id).toBe(rowOf(event).event_id);
    expect(timeOfEventId(rowOf(event).event_id)).toBe(LOCATION.keyTime);
  });

  it('was received in the hour of its object, unless it names a time of receipt', () => {
    const event = { event_name: 'page_view' };
    expect(rowOf(event)).toMatchObject({
      event_timestamp: '2026-11-02T09:00:00.000Z',
      received_at: '2026-11-02T09:00:00.000Z',
    });
    expect(rowOf({ ...event, received_at: '2026-11-02T09:30:00Z' }).received_at).toBe(
      '2026-11-02T09:30:00.000Z',
    );
  });
});
