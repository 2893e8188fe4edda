export { CreateEventTable1763900000001 } from './1763900000001-create-event-table';
export { CreateLoadRecords1763900000002 } from './1763900000002-create-load-records';
export { CreateFacts1763900000003 } from './1763900000003-create-facts';
export { CreateDashboardViews1763900000004 } from './1763900000004-create-dashboard-views';
export { GrantRoles1763900000005 } from './1763900000005-grant-roles';
export { CreateVisitorView1763900000006 } from './1763900000006-create-visitor-view';
export { AddEventOrder1763900000010 } from './1763900000010-add-event-order';
