export * from "./content";
export * from "./evaluations";
export * from "./practice";
export * from "./tenants";
export * from "./people";
