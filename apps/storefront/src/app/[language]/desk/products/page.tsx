import { DeskPage } from '../../../../components/desk/desk-page';
import { ProductChangesTable, ProductsTable } from '../../../../components/desk/products-tables';
import { deskMetadata, requireStaff } from '../../../../desk/staff';
import { shop } from '../../../../shop';

export const generateMetadata = () => deskMetadata('Stock and prices');

/** Stock and prices of every product, and their last changes. */
export default async function DeskProductsPage() {
  await requireStaff();
  const { products, changes } = await (await shop()).deskProducts({});
  return (
    <DeskPage place="products" title="Stock and prices">
      <p>Pages of the shop show a new price or stock within ten minutes; cart and checkout at once.</p>
      <ProductsTable products={products} />
      <ProductChangesTable changes={changes} />
    </DeskPage>
  );
}
