/** Definitions that count as other products do: docs/funnels.md has their settings. */
export const FUNNEL_PRESETS = `
  CREATE VIEW dash.funnel_presets AS
    SELECT preset, counting || jsonb_build_object('steps', purchase) AS definition
    FROM (VALUES
      ('ga4', '{"unit": "visitor", "order": "ordered", "entry": "every", "window": "90 days"}'::jsonb),
      ('ga4_directly_followed', '{"unit": "visitor", "order": "strict", "watch": "all", "strict_deduplication": true,
        "entry": "every", "window": "90 days"}'),
      ('posthog', '{"unit": "visitor", "order": "ordered", "entry": "every", "window": "14 days"}'),
      ('posthog_strict', '{"unit": "visitor", "order": "strict", "watch": "all", "strict_deduplication": true,
        "entry": "every", "window": "14 days"}'),
      ('posthog_any', '{"unit": "visitor", "order": "any", "entry": "every", "window": "14 days"}'),
      ('shopify', '{"unit": "session", "order": "ordered", "entry": "every", "window": "1 day"}')
    ) AS listed (preset, counting)
    CROSS JOIN (SELECT '[{"event": "product_view"}, {"event": "add_to_cart_click"}, {"event": "checkout_start"},
      {"event": "checkout_complete"}]'::jsonb) AS steps (purchase);
  COMMENT ON VIEW dash.funnel_presets IS
    'The funnel of a purchase, as GA4, PostHog and Shopify count it. Put other steps in its place: definition || steps.';
`;
