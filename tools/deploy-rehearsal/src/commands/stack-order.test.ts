import { stacksInOrder } from './stack-order';

it('puts each stack after those that it needs, and leaves out what is not a stack', () => {
  const stack = (...dependencies: string[]) => ({ type: 'aws:cloudformation:stack', dependencies });
  const artifacts = {
    Etl: stack('Warehouse', 'Etl.assets'),
    'Etl.assets': { type: 'cdk:asset-manifest' },
    Data: stack('Network'),
    Warehouse: stack('Data'),
    Network: stack(),
  };
  expect(stacksInOrder({ artifacts })).toEqual(['Network', 'Data', 'Warehouse', 'Etl']);
});
