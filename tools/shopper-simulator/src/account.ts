import { openPlainPage } from './shop-pages';
import type { Visit } from './visit';

/** Signs in by the page of that name, and lands on the page that the shop leads back to. */
export function signIn(visit: Visit, backTo: { path: string; title: string }): void {
  visit.click('a', 'Sign in');
  openPlainPage(visit, '/sign-in', 'Sign in');
  visit.record('login_open', {});
  visit.pause(15);
  visit.click('button', 'Sign in');
  visit.become('logged_in');
  openPlainPage(visit, backTo.path, backTo.title);
  visit.record('login_success', { login: { method: 'email' } });
}

/** Signs out, after which the front page is shown to somebody unknown. */
export function signOut(visit: Visit): void {
  visit.click('button', 'Sign out');
  visit.record('logout', {});
  visit.become('anonymous');
}
