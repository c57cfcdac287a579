package dev.assay.tenants.directory;

import dev.assay.tenancy.permission.Role;

/** Somebody who holds a role that reaches a place; whoever operates the platform is only that. */
public record RoleHolder(String subject, Role role) {}
