/** Names of fields with personal data, in lower case and with letters only. */
const PERSONAL = new Set([
  'traits',
  'email',
  'emailaddress',
  'phone',
  'phonenumber',
  'mobile',
  'firstname',
  'lastname',
  'fullname',
  'username',
  'birthday',
  'dateofbirth',
  'address',
  'street',
  'billingaddress',
  'shippingaddress',
  'billingfulladdress',
  'shippingfulladdress',
  'billingpostcode',
  'shippingpostcode',
  'postalcode',
  'postcode',
  'zip',
  'zipcode',
  'ip',
  'ipaddress',
  'password',
  'token',
  'advertisingid',
]);

/** Deeper fields are not searched: ingest cuts what is nested deeper than it keeps. */
const MAX_DEPTH = 32;

/**
 * Deletes every field that names or locates a person, at any depth. Other trackers send such fields
 * along with each event; no number needs them.
 */
export function dropPersonalFields(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  for (const [name, part] of Object.entries(value)) {
    if (PERSONAL.has(name.toLowerCase().replace(/[^a-z]/g, '')))
      delete (value as Record<string, unknown>)[name];
    else dropPersonalFields(part, depth + 1);
  }
}
