import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community';

/** The grid's parts that tables use; the others stay out of the program. */
export function registerGrid(): void {
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    CellStyleModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    RenderApiModule,
    RowApiModule,
    ScrollApiModule,
  ]);
}
