/** Reviews of a product, and the form for one's own. */
export const reviews = {
  title: 'Reviews',
  total: { one: '{count} review', other: '{count} reviews' },
  none: 'There is no review of {name} yet.',
  rule: 'Only customers who have received the product from us can write one.',
  write: 'Write a review',
  more: { one: 'More of the {count} review', other: 'More of the {count} reviews' },
  ofFive: '{average} of 5 stars',
  byStars: 'Reviews by number of stars',
  stars: { one: '{count} star', other: '{count} stars' },
  bought: 'bought: {variant}',
  removed: 'The text was removed with the account of its writer.',
  changed: 'changed {day}',
  formerCustomer: 'A former customer',
  tooMany: 'You have written many reviews. Please wait an hour and try again.',
  own: {
    title: 'Your review',
    none: '{name}: no review yet',
    whyNot: {
      not_bought:
        'Reviews are by customers who have bought the product here while signed in to this account.',
      not_arrived: 'You have ordered it. Once your parcel has arrived, you can tell others about it here.',
    },
    back: 'Back to {name}',
    hidden: 'Your review is not shown. The shop’s reason: {reason}',
  },
  form: {
    stars: { legend: 'Stars', 1: 'Bad', 2: 'Weak', 3: 'Fair', 4: 'Good', 5: 'Excellent' },
    title: 'Title',
    body: 'Your review',
    bodyHint: 'What do you use it for, and what would you tell a friend? In English or Vietnamese.',
    shownName: 'Name to show',
    shownNameHint: 'Everybody can read it next to your review.',
    change: 'Change the review',
    publish: 'Publish the review',
  },
} as const;
