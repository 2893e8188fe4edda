/** Words that any component of the browser may need; each page carries them. */
export const everywhere = {
  noAnswer: 'The shop cannot be reached. Check your connection and try again.',
  error: {
    title: 'Something went wrong on our side',
    text: 'Your cart is safe. Try again; if it happens again, come back in a few minutes.',
    again: 'Try again',
    home: 'Go to the home page',
  },
} as const;
