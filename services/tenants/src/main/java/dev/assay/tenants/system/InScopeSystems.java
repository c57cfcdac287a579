package dev.assay.tenants.system;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class InScopeSystems implements PanacheRepositoryBase<InScopeSystem, UUID> {

  /** In the order of their creation, which is that of their ids. */
  List<InScopeSystem> page(PageRequest request) {
    return find("id > ?1 order by id", request.after(UUID::fromString).orElse(new UUID(0, 0)))
        .range(0, request.fetchSize() - 1)
        .list();
  }

  /** Writes a new or changed system now. */
  void write(InScopeSystem system) {
    try {
      persistAndFlush(system);
    } catch (ConstraintViolationException refused) {
      if ("in_scope_system_name".equals(refused.getConstraintName())) {
        throw ProblemException.of(
            TenantsProblem.SYSTEM_NAME_TAKEN, "Names differ by more than their case.");
      }
      throw refused;
    }
  }
}
