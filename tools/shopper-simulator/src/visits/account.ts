import { openHome, openPlainPage } from './shop-pages';
import type { Visit } from './visit';

/**
 * Signs in on the sign-in page, and returns to the page before.
 * @returns the view of that page
 */
export function signIn<View>(visit: Visit, comeBack: () => View): View {
  visit.click('a', 'Sign in');
  openPlainPage(visit, '/sign-in', 'Sign in');
  if (visit.shopper.visits === 0 && !visit.shopper.hasSignedUp) {
    // Their account is new: they come from its confirmation.
    visit.shopper.hasSignedUp = true;
    visit.record('sign_up', { login: { method: 'email' } });
  }
  visit.record('login_open', {});
  if (visit.random.chance(0.1)) {
    visit.pause(15);
    visit.click('button', 'Sign in');
    visit.record('login_failure', { login: { method: 'email' } });
  }
  visit.pause(15);
  visit.click('button', 'Sign in');
  visit.become('logged_in');
  const view = comeBack();
  visit.record('login_success', { login: { method: 'email' } });
  return view;
}

/**
 * Signs out, after which the front page is shown to an anonymous visitor. The cart stays with the
 * account.
 */
export function signOut(visit: Visit): void {
  visit.click('button', 'Sign out');
  visit.record('logout', {});
  visit.become('anonymous');
  openHome(visit);
}
