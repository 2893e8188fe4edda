/** The page of what one wishes. */
export const wishlist = {
  title: 'Your wishlist',
  note: 'It is kept in this browser, for a year after its last change.',
  remove: 'Remove',
  removeOf: 'Remove {name} from your wishlist',
  empty: {
    title: 'Your wishlist is empty',
    text: 'The heart on the page of a product puts it here.',
    offers: 'See this week’s offers',
  },
} as const;
