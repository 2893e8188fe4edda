import { openHome, openPlainPage } from './shop-pages';
import type { Visit } from './visit';

/**
 * Signs in by the page of that name, and comes back to where the shop leads.
 * @returns what that page offers
 */
export function signIn<View>(visit: Visit, comeBack: () => View): View {
  visit.click('a', 'Sign in');
  openPlainPage(visit, '/sign-in', 'Sign in');
  visit.record('login_open', {});
  visit.pause(15);
  visit.click('button', 'Sign in');
  visit.become('logged_in');
  const view = comeBack();
  visit.record('login_success', { login: { method: 'email' } });
  return view;
}

/**
 * Signs out, after which the front page is shown to somebody unknown. The
 * cart stays with the account.
 */
export function signOut(visit: Visit): void {
  visit.click('button', 'Sign out');
  visit.record('logout', {});
  visit.become('anonymous');
  openHome(visit);
}
