import { campaignOf } from './campaign';

describe('campaignOf', () => {
  it('reads the UTM parameters, decoded', () => {
    expect(
      campaignOf('utm_source=zalo&utm_medium=social&utm_campaign=T%E1%BA%BFt+2027&utm_term=a&utm_content=b'),
    ).toEqual({ source: 'zalo', medium: 'social', name: 'Tết 2027', term: 'a', content: 'b', clickId: null });
  });

  it('knows the click ids of advertisers', () => {
    expect(campaignOf('gclid=abc').clickId).toBe('gclid');
    expect(campaignOf('fbclid=abc').clickId).toBe('fbclid');
    expect(campaignOf('fbclid=').clickId).toBeNull();
  });

  it.each([
    ['UTM_SOURCE=Zalo&Utm_Medium=Social&UTM_CAMPAIGN=tet', ['zalo', 'social', 'tet']],
    ['utm_source=crm&amp;utm_medium=email&amp;amp;utm_campaign=tet', ['crm', 'email', 'tet']],
    ['utm_source=zalo?utm_medium=social&utm_campaign=what?', ['zalo', 'social', 'what?']],
    ['utm_source=&utm_source=zalo&utm_medium=%20&utm_campaign=(not set)', ['zalo', null, null]],
    ['mtm_source=zalo&pk_medium=social&mtm_campaign=tet', ['zalo', 'social', 'tet']],
    ['utm_source=Te%CC%82t&utm_campaign=Te%CC%82t', ['t\u00eat', null, 'T\u00eat']],
    ['utm_source=crm;utm_medium=email;utm_campaign=tet', ['crm', 'email', 'tet']],
    ['utm_source=crm%26utm_medium%3Demail%26amp%3Butm_campaign%3Dtet', ['crm', 'email', 'tet']],
    ['utm%5Fsource=crm&utm%5Fmedium=email', ['crm', 'email', null]],
    ['utm_source%3Dcrm%26utm_medium%3Demail', ['crm', 'email', null]],
    ['q=utm_source', [null, null, null]],
  ])('reads %s', (query, [source, medium, name]) => {
    expect(campaignOf(query)).toMatchObject({ source, medium, name });
  });

  it('accepts a broken query', () => {
    expect(campaignOf('utm_source=%E0%A4%A&utm_medium').source).toContain('\uFFFD');
  });
});
