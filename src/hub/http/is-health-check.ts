/** Is it a request by which a supervisor or proxy asks how the hub is? */
export const isHealthCheck = (path: string): boolean => path === '/healthz' || path === '/readyz';
