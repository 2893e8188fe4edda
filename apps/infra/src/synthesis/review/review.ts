import { writeReviewed } from './write-reviewed';

const stacks = writeReviewed();
console.log(
  `apps/infra/reviewed holds what ${stacks} stacks may contain. Read the changes before you commit them.`,
);
