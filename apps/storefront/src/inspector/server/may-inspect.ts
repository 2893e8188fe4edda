import { requireStaff } from '../../desk/staff';

/** Lets people of the shop pass, and a developer; for everybody else there is no inspector. */
export async function requireInspector(): Promise<void> {
  if (process.env.NODE_ENV !== 'development') await requireStaff();
}
