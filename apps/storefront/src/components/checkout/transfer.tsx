import encodeQR from 'qr';
import { formatMoney } from '../../formatting/money';
import { vietQrText, type Transfer as BankTransfer } from '../../payment/viet-qr';
import styles from './transfer.module.css';

/** Instructions for a bank transfer: a VietQR code, and the same in words. */
export function Transfer({ transfer }: { transfer: BankTransfer }) {
  const { to, amount, reference } = transfer;
  return (
    <section aria-labelledby="transfer" className={styles.transfer}>
      <QrCode
        text={vietQrText(transfer)}
        label={`VietQR code: ${formatMoney(amount)}, reference ${reference}`}
      />
      <div>
        <h2 id="transfer">Transfer {formatMoney(amount)}</h2>
        <p>Scan the code with your banking app, or transfer by hand. The parcel ships once it is paid.</p>
        <dl>
          <dt>Account</dt>
          <dd>{to.number}</dd>
          <dt>Bank</dt>
          <dd>{to.bank}</dd>
          <dt>Holder</dt>
          <dd>{to.holder}</dd>
          <dt>Reference</dt>
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
