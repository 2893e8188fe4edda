import encodeQR from 'qr';
import { formatMoney } from '../../formatting/money';
import { shownWords } from '../../language/shown-language';
import { vietQrText, type Transfer as BankTransfer } from '../../payment/viet-qr';
import { fill } from '../../words/sentences';
import styles from './transfer.module.css';

/** Instructions for a bank transfer: a VietQR code, and the same in words. */
export async function Transfer({ transfer }: { transfer: BankTransfer }) {
  const { transfer: words } = (await shownWords()).order;
  const { to, amount, reference } = transfer;
  return (
    <section aria-labelledby="transfer" className={styles.transfer}>
      <QrCode
        text={vietQrText(transfer)}
        label={fill(words.code, { amount: formatMoney(amount), reference })}
      />
      <div>
        <h2 id="transfer">{fill(words.title, { amount: formatMoney(amount) })}</h2>
        <p>{words.text}</p>
        <dl>
          <dt>{words.account}</dt>
          <dd>{to.number}</dd>
          <dt>{words.bank}</dt>
          <dd>{to.bank}</dd>
          <dt>{words.holder}</dt>
          <dd>{to.holder}</dd>
          <dt>{words.reference}</dt>
          <dd>{reference}</dd>
        </dl>
      </div>
    </section>
  );
}

/** Dark on light in both themes: cameras expect that. */
function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('');
  return (
    <svg className={styles.code} viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
