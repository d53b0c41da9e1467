import { describeScimFilters } from "./scim-filters";
import { describeScimGroups } from "./scim-groups";
import { describeScimPeople } from "./scim-people";

/** Provisioning, with a database under it. */
export function describeScim(): void {
  describeScimFilters();
  describeScimPeople();
  describeScimGroups();
}
