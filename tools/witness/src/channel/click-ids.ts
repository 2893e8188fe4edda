/** Click ids and the channels that they name, from docs/attribution.md. */
const CLICK_IDS: Readonly<Record<string, string>> = {
  paid_search:
    'gclid gbraid wbraid gclsrc gad_source gad_campaignid msclkid yclid ymclid bd_vid napm n_media sznclid s_kwcid ef_id',
  display: 'dclid tblci dicbo obclid ob_click_id oborigurl vmcid cto_pld',
  paid_social: 'ttclid twclid li_fat_id zclid sccid epik rdt_cid qclid vkclid',
  social: 'fbclid igshid igsh',
  affiliate: 'irclickid irclid irgwc cjevent awc zanpid tduid ransiteid sscid',
  email: 'mc_cid mc_eid _hsenc _hsmi _kx mkt_tok ck_subscriber_id vero_id oly_enc_id ml_subscriber dm_i',
  organic_search: 'srsltid ysclid',
};

/** The channel of the first network, in the order of the table, whose click id is there. */
export function channelOfClick(names: ReadonlySet<string>): string | undefined {
  const found = Object.entries(CLICK_IDS).find(([, ids]) => ids.split(' ').some((id) => names.has(id)));
  return found?.[0];
}
