import { simulate, type SimulationOptions } from '@clickstream/shopper-simulator';
import { ratio } from './measured-file';

/**
 * Events that follow on a server action of the storefront, in addition to products put into carts,
 * which the walk through the shop does itself.
 */
const ACTIONS = ['remove_from_cart_click', 'checkout_step', 'checkout_complete', 'login_success', 'logout'];

/** Customers among a month of simulated shoppers, and what they do in carts and accounts. */
export function measureCustomers(simulation: Omit<SimulationOptions, 'days'>) {
  const customers = new Set<string>();
  let events = 0;
  let pageViews = 0;
  let actions = 0;
  let signIns = 0;
  for (const session of simulate({ ...simulation, days: 30 }))
    for (const { eventName, userId } of session.events) {
      events += 1;
      if (eventName === 'page_view') pageViews += 1;
      if (ACTIONS.includes(eventName)) actions += 1;
      if (eventName === 'login_success') signIns += 1;
      if (userId) customers.add(userId);
    }
  return {
    actionsPerPageView: ratio(actions, pageViews),
    customersPerMillionEvents: ratio(customers.size * 1e6, events),
    /** A new account is one of them: its `sign_up` is told besides. */
    signInsPerMillionEvents: ratio(signIns * 1e6, events),
  };
}
