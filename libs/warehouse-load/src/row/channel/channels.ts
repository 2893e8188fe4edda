/** The way in which a visitor came to the page. */
export type Channel =
  | 'direct'
  | 'internal'
  | 'organic_search'
  | 'paid_search'
  | 'social'
  | 'paid_social'
  | 'display'
  | 'email'
  | 'affiliate'
  | 'ai_assistant'
  | 'referral'
  | 'other_campaign';
