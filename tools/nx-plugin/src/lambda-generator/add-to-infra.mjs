import { addToArray, insertAfterLast, insertBefore, insertSorted } from './insert.mjs';

const INFRA = 'apps/infra/src';
const PERMISSIONS = 'tools/infra-proofs/src/permissions';

/** Adds the stack of a Lambda to each stage, and its rights to the list of all rights. */
export function addToInfra(tree, lambda) {
  addStack(tree, lambda);
  addRights(tree, lambda);
}

function addStack(tree, { name, app, className, functionName }) {
  const main = `${INFRA}/clickstream-app.ts`;
  insertSorted(
    tree,
    main,
    /^import \{ \w+ \} from '\.\/stacks\//,
    `import { ${className}Stack } from './stacks/${name}-stack';`,
  );
  insertAfterLast(
    tree,
    main,
    /^ {2}after\(.*\);$/,
    `  after(new ${className}Stack(app, '${className}', stage), observability);`,
  );
  insertSorted(tree, `${INFRA}/clickstream-app.test.ts`, /^ {4}'[A-Z][A-Za-z0-9]*',$/, `    '${className}',`);
  addToArray(tree, `${INFRA}/affected.test.ts`, 'DEPLOYABLES', app);
  insertBefore(
    tree,
    'apps/infra/README.md',
    '| `Storefront`',
    `| \`${className}\` | \`${functionName}\` | \`${app}:deploy\` |`,
  );
}

/** The role of the Lambda as its stack creates it: it may only write its log. */
function addRights(tree, { app, className, functionName }) {
  const role = `${className}/${className}Role`;
  const calls = `${PERMISSIONS}/calls.ts`;
  insertBefore(
    tree,
    calls,
    "    'change the ETL’s code'",
    `    'invoke ${app}': plain('lambda:InvokeFunction', lambda('${functionName}')),`,
  );
  insertBefore(
    tree,
    calls,
    "    'log of rejected traffic'",
    `    'log of ${app}': plain('logs:PutLogEvents', log('/aws/lambda/${functionName}')),`,
  );
  const isRole = /^ {2}'\w+\/\w+': /;
  insertSorted(tree, `${PERMISSIONS}/permissions.test.ts`, isRole, `  '${role}': ['log of ${app}'],`);
  const written = `${PERMISSIONS}/written-rights.test.ts`;
  insertSorted(tree, written, /^ {2}'\w+\/\w+': [[A-Z]/, `  '${role}': LOG,`);
  insertSorted(tree, written, /^ {2}'\w+\/\w+': '|^ {2}'\w+\/\w+':$/, `  '${role}': 'lambda.amazonaws.com',`);
}
