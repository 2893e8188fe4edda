'use server';

import { revalidatePath } from 'next/cache';
import { formOf, text } from '../forms/form-text';
import { answering, refused, type DeskState } from './answering';
import { requireStaff } from './staff';

/** Hides a review with a reason, or shows it again. The pages of this server follow at once. */
export async function judgeReview(_before: DeskState, sent: FormData): Promise<DeskState> {
  const { email: actor } = await requireStaff();
  const form = formOf(sent);
  const reason = text(form, 'reason').slice(0, 500);
  if (reason === '') return refused(form, 'Enter the reason. Its writer reads it.');
  const what = text(form, 'what') === 'shown' ? 'shown' : 'hidden';
  const judged = { reviewId: text(form, 'reviewId').slice(0, 40), what, reason, actor } as const;
  const answer = await answering(form, (gateway) => gateway.deskJudgeReview(judged));
  if (!answer.problem) revalidatePath('/[language]/product/[slug]', 'page');
  return answer;
}
