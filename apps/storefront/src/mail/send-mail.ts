import type { SignInMail } from '../shop';

/** Sends a mail at once, by SES in the region of this server. It throws when SES refuses it. */
export async function sendMail(from: string, { recipient, subject, body }: SignInMail): Promise<void> {
  // A laptop never loads it.
  const { SendEmailCommand, SESv2Client } = await import('@aws-sdk/client-sesv2');
  const text = (Data: string) => ({ Data, Charset: 'UTF-8' });
  await new SESv2Client({ maxAttempts: 2 }).send(
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [recipient] },
      Content: { Simple: { Subject: text(subject), Body: { Text: text(body) } } },
    }),
    { abortSignal: AbortSignal.timeout(10_000) },
  );
}
