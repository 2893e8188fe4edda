import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SentMail {
  readonly FromEmailAddress: string;
  readonly Destination: { readonly ToAddresses: string[] };
  readonly Content: { readonly Simple: { readonly Subject: { readonly Data: string } } };
}

/** A fake of SES: it keeps what the SDK sends, and refuses mail to `refused@…` as SES does. */
export async function aFakeSes() {
  const mails: SentMail[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const mail = JSON.parse(Buffer.concat(parts).toString()) as SentMail;
      const isRefused = mail.Destination.ToAddresses[0]?.startsWith('refused@');
      if (!isRefused) mails.push(mail);
      response.writeHead(isRefused ? 400 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(isRefused ? { message: 'Email address is not verified.' } : { MessageId: '1' }),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${port}`,
      AWS_REGION: 'ap-southeast-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    /** The code in the last mail to an address. */
    codeTo(email: string): string {
      const mail = mails.findLast(({ Destination }) => Destination.ToAddresses[0] === email);
      return /\d{6}/.exec(mail?.Content.Simple.Subject.Data ?? '')?.[0] ?? '';
    },
    senders: () => new Set(mails.map(({ FromEmailAddress }) => FromEmailAddress)),
    close: () => new Promise((done) => server.close(done)),
  };
}
