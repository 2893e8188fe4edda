export { closeBooks, type CloseBooks, type ClosedBooks } from './close-books';
