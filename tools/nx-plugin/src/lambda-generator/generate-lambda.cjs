// CommonJS, because Nx loads generators by require, and Node 20 warns of an ES module loaded so.
module.exports = async (tree, options) => {
  const { generateLambda } = await import('./generate-lambda.mjs');
  return generateLambda(tree, options);
};
