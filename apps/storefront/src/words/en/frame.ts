/** The frame of every page: its title, header, footer and the question about consent. */
export const frame = {
  title: 'SBW · laptops, monitors, accessories',
  description: 'Laptops, monitors and accessories, delivered anywhere in Viet Nam.',
  header: {
    skip: 'Skip to content',
    what: 'laptops · monitors · accessories',
    home: 'home',
    departments: 'Departments',
  },
  personal: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    yourAccount: '{name}: your account',
    cart: 'Cart',
    cartWith: { one: 'Cart, {count} item', other: 'Cart, {count} items' },
  },
  search: {
    label: 'Search the shop',
    button: 'Search',
    suggestions: 'Suggestions',
    countOfSuggestions: { one: '{count} suggestion', other: '{count} suggestions' },
  },
  footer: {
    about: 'Laptops, monitors and accessories. All prices are in VND and include VAT.',
    departments: 'Departments, bottom of page',
    delivery: 'Delivery within Viet Nam in 1 to 3 days',
    returns: '30 days to change your mind',
    payment: 'Pay on delivery, in cash or by card',
    privacy: 'Privacy choices',
    language: 'Language',
  },
  consent: {
    label: 'Privacy',
    offers: {
      denied:
        'May SBW count your visit? It counts what is looked at, put in the cart and bought, to become a better shop. Nothing goes to advertisers.',
      granted:
        'SBW counts what is looked at, put in the cart and bought, to become a better shop. Nothing goes to advertisers.',
      cookieless:
        'SBW counts what is looked at, put in the cart and bought, to become a better shop. Nothing goes to advertisers. May it recognise you when you come back? Until you accept, it counts without knowing who you are.',
    },
    privateBrowser:
      'Your browser asks not to be followed, so SBW counts without knowing who you are: what is looked at, put in the cart and bought, to become a better shop. Nothing goes to advertisers.',
    decline: 'Decline',
    accept: 'Accept',
    saved: 'Your choice is saved.',
  },
} as const;
