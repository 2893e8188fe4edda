import { memoryQueue } from './queue';

const eventOf = (id: string) => ({ id, json: '{}' });

describe('the queue in memory', () => {
  it('gives events oldest first and forgets exactly those that were delivered', () => {
    const queue = memoryQueue();
    ['a', 'b', 'c'].map(eventOf).forEach(queue.add);
    queue.remove([eventOf('b')]);
    expect(queue.waiting().map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('lets the oldest events go when it is full', () => {
    const queue = memoryQueue(2);
    ['a', 'b', 'c'].map(eventOf).forEach(queue.add);
    expect(queue.waiting().map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
