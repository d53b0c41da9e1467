import type { AuditEvent } from "@/lib/contracts/audit";
import type { Ctx } from "@/lib/contracts/context";
import { listAudit } from "@/lib/domain/audit-log";
import { asOwner } from "./owner";

const unhindered = "set session_replication_role = replica;";
const restored = "set session_replication_role = origin;";

/** Changes rows as only the owner of the database can, with no trigger to notice. */
export const tamper = (text: string) => asOwner(`${unhindered} ${text}; ${restored}`);

/** Lays the whole log aside; `undo` brings it back. */
export const keep = `drop schema if exists kept cascade; create schema kept; create table kept.events as table audit_events;
  create table kept.heads as table audit_heads`;
export const undo = `delete from audit_events; insert into audit_events select * from kept.events;
  delete from audit_heads; insert into audit_heads select * from kept.heads; drop schema kept cascade`;

/** Writes the whole log of a tenant anew, as somebody would who has the owner's password and knows how it is made. */
export const rewrite = (tenantId: string) => `do $$ declare e audit_events; before text := null;
  begin for e in select * from audit_events where tenant_id = '${tenantId}' order by seq loop
    e.prev_hash := before; e.hash := audit_hash(e); before := e.hash;
    update audit_events set prev_hash = e.prev_hash, hash = e.hash where id = e.id;
    update audit_heads set hash = e.hash where tenant_id = e.tenant_id;
  end loop; end $$`;

/** The newest row. */
export async function lastOf(ctx: Ctx): Promise<AuditEvent> {
  const [last] = (await listAudit(ctx, {})).items;
  if (!last) throw new Error("the log has rows");
  return last;
}
