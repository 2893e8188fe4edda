// CommonJS, because Nx loads generators with require.
// Nx loads generators by require. Node 20 warns of an ES module that is loaded so.
module.exports = async (tree, options) => {
  const { generateLambda } = await import('./generate-lambda.mjs');
  return generateLambda(tree, options);
};
