/** A national phone number in groups: `0912 345 678`. */
export function formatPhone(number: string): string {
  return number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}
