import { withTenant, type Tx } from "@/db/tenant";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import type { ToolStanding } from "@/lib/contracts/tools";
import { closeToolServers } from "@/lib/platform/mcp/connections";
import { auditOperator } from "./operator";
import { lookAt, standings, steps } from "./tool-servers";

type ToolOperation = Extract<Operation, { op: `tools.${string}` }>;

/** Enough of a fingerprint to compare by eye. */
const shown = 16;

const described: Record<ToolStanding["standing"], string> = {
  approved: "approved",
  changed: "changed, approve again",
  not_approved: "not approved",
  gone: "gone",
  unusable: "its schema cannot be checked",
};

const rowOf = (one: ToolStanding) => ({
  server: one.server,
  state: one.fault ?? (one.enabled ? "on" : "disabled"),
  tool: one.tool,
  standing: described[one.standing],
  changes: one.sideEffects ? "may change things: never called" : "reads only",
  fingerprint: one.fingerprint.slice(0, shown),
});

async function audit(tx: Tx, tenantId: string, { op, ...input }: Exclude<ToolOperation, { op: "tools.list" }>) {
  const { tenant: _tenant, slug, ...detail } = input;
  const action = op.replace("tools.", "tool_server.");
  await auditOperator(tx, tenantId, { action, subject: `tool_server:${slug}`, detail });
}

async function change(operation: ToolOperation, tenantId: string): Promise<string> {
  switch (operation.op) {
    case "tools.list":
      return "";
    case "tools.add": {
      const { slug, url } = operation;
      await lookAt(tenantId, { slug, url });
      await withTenant({ tenantId }, async (tx) => {
        await steps.add(tx, tenantId, { slug, url });
        await audit(tx, tenantId, operation);
      });
      return `${slug} was added; none of its tools is approved yet. `;
    }
    case "tools.approve": {
      const { slug, tools, readOnly } = operation;
      const live = await lookAt(tenantId, { slug });
      await withTenant({ tenantId }, async (tx) => {
        await steps.approve(tx, { slug, tools, readOnly }, live);
        await audit(tx, tenantId, operation);
      });
      return `Approved: ${tools.map((tool) => `mcp:${slug}.${tool}`).join(", ")}. `;
    }
    case "tools.disable":
    case "tools.enable":
    case "tools.remove": {
      const { op, slug } = operation;
      await withTenant({ tenantId }, async (tx) => {
        if (op === "tools.remove") await steps.remove(tx, { slug });
        else await steps.setEnabled(tx, { slug }, op === "tools.enable");
        await audit(tx, tenantId, operation);
      });
      closeToolServers();
      return `${slug} is ${op === "tools.remove" ? "removed" : op === "tools.enable" ? "on" : "disabled"}. `;
    }
  }
}

/** An operator's command on a tenant's tool servers, with how each tool stands afterwards. Throws as the verbs do. */
export async function operateTools(operation: ToolOperation, tenantId: string): Promise<OperationResult> {
  const done = await change(operation, tenantId);
  const rows = (await standings(tenantId)).map(rowOf);
  return { message: `${done}${rows.length} tool(s) in ${operation.tenant}`, rows };
}
