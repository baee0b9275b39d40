export { connectOnce, openPlainPool, openPool, type Client, type Connection, type Pool } from './connect.ts'
export { deploy, isDeployed, readDeployment, type Deployment } from './deploy.ts'
export { prefixOf, withRoleNames, type Shape } from './role-names.ts'
export { forgetDatabase, prepareDatabase, type EmbeddedAccess, type ServiceDatabase } from './service-database.ts'
